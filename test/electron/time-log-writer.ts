/** Started by time-log.test.ts: appends records as fast as it can and prints each id once it is acknowledged. */
import { writeSync } from "node:fs";
import { appendToTimeLog } from "../../electron/files/time-log.ts";

const [notebook = "", name = ""] = process.argv.slice(2);
const module = { note: "a.md", area: "Boats", level: null, title: `Long ${"title ".repeat(50)}` };

for (let n = 0; ; n++) {
  const id = `${name}-${n}`;
  const at = new Date(Date.UTC(2026, 10, 23) + n * 1000).toISOString();
  const end = at.replace("Z", "+00:00");
  const kinds = [
    { v: 1, type: "start", id, at, module, start: at },
    { v: 1, type: "stop", id, at, end },
    { v: 1, type: "set", id, at, note: "corrected" },
  ] as const;
  for (const record of kinds) {
    const result = await appendToTimeLog(notebook, [record]);
    if (!result.ok) throw new Error(result.error.message);
    writeSync(1, `${id} ${record.type}\n`);
  }
}
