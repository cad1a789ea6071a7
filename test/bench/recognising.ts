import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const script = fileURLToPath(new URL("recognise.ts", import.meta.url));
const speeds = /recognise ([\d.]+) MB\/s, markdown-it ([\d.]+) MB\/s/;

/** Reading outlines in a process of its own: MB/s of the recogniser and of markdown-it's parser, and what else it says. */
export async function recognising(): Promise<{ ours: number; theirs: number; rest: readonly string[] }> {
  const { stdout } = await promisify(execFile)(process.execPath, [script]);
  const [found, ours, theirs] = speeds.exec(stdout) ?? [];
  if (found === undefined) throw new Error(`recognise.ts said no speeds: ${stdout}`);
  const rest = stdout.split("\n").filter((line) => line !== "" && !line.includes(found));
  return { ours: Number(ours), theirs: Number(theirs), rest };
}
