import { execFileSync, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it, onTestFinished } from "vitest";
import { noteIdOf } from "../../electron/files/notebook.ts";
import { openErrorLog } from "../../electron/log.ts";
import { folderWith } from "../electron/files/folder.ts";
import { report } from "../faults/figures.ts";
import { decoys, lookAt, secret } from "./decoy.ts";
import { windowOn } from "./window.ts";

const program = fileURLToPath(new URL("./visitor.ts", import.meta.url));
const hasStrace = existsSync("/usr/bin/strace");
const counts = {
  "hostile notebooks": 0,
  "programs started": 0,
  hangs: 0,
  "YAML and JSON bombs": 0,
  "ms for the slowest": 0,
};
afterAll(() => report("untrusted", counts));

/** A notebook beside other people's files. */
async function scene() {
  const outer = await folderWith({
    "notes/a.md": "# A\n\n![x](pipe.png)\n",
    ...Object.fromEntries(Object.entries(decoys).map(([name, text]) => [`decoy/${name}`, text])),
  });
  return { outer, folder: join(outer, "notes"), decoy: join(outer, "decoy"), data: await folderWith() };
}

/** Does everything a person would, in a process of its own; what it started besides itself, where that can be seen. */
async function visit(folder: string, data: string) {
  const trace = join(data, "trace");
  const node = [process.execPath, "--no-warnings", program, folder, data];
  const [command = "", ...rest] = hasStrace
    ? ["strace", "-f", "-qq", "-e", "trace=execve", "-o", trace, ...node]
    : node;
  const child = spawn(command, rest, { stdio: ["ignore", "pipe", "pipe"], detached: true });
  let [told, complaint] = ["", ""];
  child.stdout.on("data", (bytes) => (told += bytes));
  child.stderr.on("data", (bytes) => (complaint += bytes));
  let hung = false;
  const limit = setTimeout(() => {
    hung = true;
    // strace and what it watches.
    if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
  }, 120_000);
  const code = await new Promise((resolve) => child.on("close", resolve));
  clearTimeout(limit);
  counts["hostile notebooks"]++;
  if (hung) counts.hangs++;
  expect(hung, "it hangs").toBe(false);
  expect(code, complaint).toBe(0);
  const started = hasStrace
    ? (await readFile(trace, "utf8")).split("\n").filter((line) => /execve\(.*= 0$/.test(line))
    : [];
  counts["programs started"] += Math.max(0, started.length - 1);
  // The first one is the visitor itself.
  expect(started.slice(1)).toEqual([]);
  return told;
}

describe.skipIf(process.platform === "win32")("a stranger's notebook", () => {
  it("with pipes, sockets, devices, loops and links out of it is opened, read and exported, and nothing follows them", async () => {
    const { folder, decoy, data } = await scene();
    await mkdir(join(folder, ".lectern/drafts"), { recursive: true });
    for (const name of ["pipe.md", "pipe.png", ".lectern/drafts/pipe.yaml", ".lectern/notation.json"])
      execFileSync("mkfifo", [join(folder, name)]);
    const socket = createServer().listen(join(folder, "socket.md"));
    onTestFinished(() => void socket.close());
    await symlink("/dev/zero", join(folder, "zero.md"));
    await symlink("/dev/zero", join(folder, ".lectern/drafts/zero.yaml"));
    await symlink(folder, join(folder, "loop"));
    await symlink("self.md", join(folder, "self.md"));
    await symlink(decoy, join(folder, "outside"));
    await symlink(join(decoy, "key.md"), join(folder, "key.md"));
    await symlink(join(decoy, "d.yaml"), join(folder, ".lectern/drafts/out.yaml"));
    const before = lookAt(decoy);
    const told = await visit(folder, data);
    expect(told).not.toContain(secret);
    expect(lookAt(decoy)).toEqual(before);
  });

  it("whose drafts lie outside of it: none is read, written or thrown away", async () => {
    const { folder, decoy, data } = await scene();
    await mkdir(join(folder, ".lectern"));
    await writeFile(join(decoy, "out.yaml"), `version: 1\nparts: []\nfields: { title: ${secret} }\n`);
    await symlink(decoy, join(folder, ".lectern/drafts"));
    await symlink(join(decoy, "n.json"), join(folder, ".lectern/notation.json"));
    const before = lookAt(decoy);
    const told = await visit(folder, data);
    expect(told).not.toContain(secret);
    expect(JSON.parse(told).trashed).toEqual([]);
    expect(lookAt(decoy)).toEqual(before);
  });

  it("that is a booby-trapped Git repository starts no program", async () => {
    const { outer, folder, data } = await scene();
    const trap = join(outer, "trap.sh");
    await writeFile(trap, `#!/bin/sh\ntouch ${outer}/sprung\n`);
    await chmod(trap, 0o755);
    execFileSync("git", ["init", "-q", folder]);
    const config = `[core]\n\tfsmonitor = ${trap}\n\tpager = ${trap}\n\tsshCommand = ${trap}\n[filter "x"]\n\tclean = ${trap}\n\tsmudge = ${trap}\n[diff]\n\texternal = ${trap}\n`;
    await writeFile(join(folder, ".git/config"), config, { flag: "a" });
    await writeFile(join(folder, ".gitattributes"), "* filter=x diff=x\n");
    for (const hook of ["pre-commit", "post-checkout", "post-index-change", "fsmonitor-watchman"])
      await symlink(trap, join(folder, ".git/hooks", hook));
    await visit(folder, data);
    expect(existsSync(join(outer, "sprung"))).toBe(false);
  }, 150_000);
});

describe("YAML and JSON of strangers", () => {
  const aliases = ["a: &a [x, x, x, x, x, x, x, x, x]"];
  for (let at = 1; at < 26; at++)
    aliases.push(
      `${String.fromCharCode(97 + at)}: &${String.fromCharCode(97 + at)} [${`*${String.fromCharCode(96 + at)}, `.repeat(9)}]`,
    );
  const bombs: Record<string, string> = {
    "an alias bomb": aliases.join("\n"),
    "20,000 lists in each other": `a: ${"[".repeat(20_000)}${"]".repeat(20_000)}`,
    "20,000 maps in each other": `a: ${"{a: ".repeat(20_000)}${"}".repeat(20_000)}`,
    "20,000 dashes": `${"- ".repeat(20_000)}a`,
    "names that objects have": "__proto__: { polluted: yes }\nconstructor: { prototype: { polluted: yes } }",
    "a megabyte of keys": Array.from({ length: 80_000 }, (_, at) => `key${at}: ${at}`).join("\n"),
    "a megabyte on one line": `title: ${"x".repeat(1_000_000)}`,
    "a program": "a: !!js/function 'function () { throw 1 }'\nb: !!python/object/apply:os.system [x]",
  };

  it.each(Object.entries(bombs))("%s: the note can be edited, and nothing takes long", async (_, bomb) => {
    const { folder, data } = await scene();
    await mkdir(join(folder, ".lectern/drafts"), { recursive: true });
    await writeFile(join(folder, ".lectern/drafts/bomb.yaml"), bomb);
    await writeFile(join(folder, ".lectern/notation.json"), `{"version":1,"notes":${"[".repeat(20_000)}`);
    const text = `---\n${bomb}\n---\n# A\n\nText.\n`;
    await writeFile(join(folder, "a.md"), text);
    const window = await windowOn(folder, data);
    await window.ask("listNotes", undefined);
    const id = noteIdOf("a.md");
    const draft = { parts: [{ id, section: null, line: null }], target: "hugo", fields: {}, off: [] };
    const inTime = async (name: "listDrafts" | "readNotations" | "readOutlines" | "previewDraft", input: unknown) => {
      // Only the work of this process counts, whatever else the machine does.
      const start = process.cpuUsage();
      const answered = await window.ask(name, input);
      const { user, system } = process.cpuUsage(start);
      const ms = Math.round((user + system) / 1_000);
      // Front matter is no YAML to these two, but Markdown, which has the limit of the slow inputs.
      const isMarkdown = name === "readOutlines" || name === "previewDraft";
      if (!isMarkdown) counts["ms for the slowest"] = Math.max(counts["ms for the slowest"], ms);
      expect(ms, name).toBeLessThan(isMarkdown ? 2_000 : 300);
      return answered;
    };
    await window.ask("previewDraft", { draft: { ...draft, parts: [] } }); // what is loaded once, is loaded now
    expect(await inTime("listDrafts", undefined)).toMatchObject({ ok: true, value: [{ name: "bomb", draft: null }] });
    expect(await inTime("readNotations", undefined)).toMatchObject({ ok: false });
    await inTime("readOutlines", undefined);
    await inTime("previewDraft", { draft });
    const read = await window.ask("readNote", { id });
    expect(read).toMatchObject({ ok: true, value: { text } });
    const { hash: base } = (read as { value: { hash: string } }).value;
    expect(await window.ask("saveNote", { id, sent: { revision: 1, text: `${text}x` }, base })).toMatchObject({
      ok: true,
    });
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    counts["YAML and JSON bombs"]++;
    await window.close();
  });
});

describe("the error log", () => {
  it("has no word of a note in it, whatever goes wrong with its files", async () => {
    const { folder, data } = await scene();
    await mkdir(join(folder, ".lectern"));
    await writeFile(join(folder, "a.md"), `# ${secret}\n\n1. ${secret} - 30 min\n`);
    await mkdir(join(data, "outlines"));
    let window = await windowOn(folder, data);
    await window.ask("readOutlines", undefined);
    await window.close();
    // What Lectern has kept of the note is damaged: the reader of JSON would quote it.
    for (const line of lookAt(join(data, "outlines")).filter((each) => each.includes(".json ")))
      await writeFile(join(data, "outlines", line.split(" ")[0] ?? ""), `${secret} is no JSON`);
    await writeFile(join(data, "windows.json"), `{"${secret}": ${secret}`);
    window = await windowOn(folder, data);
    await window.ask("readOutlines", undefined);
    await window.ask("createNote", { path: 3, text: secret });
    await window.ask("saveDraft", { name: secret, draft: secret });
    await window.close();
    const log = await readFile(join(data, "errors.log"), "utf8");
    expect(log).toContain("windows.json could not be understood");
    expect(log).toContain("the kept outlines");
    // Not even the few characters that a parser quotes.
    expect(log).not.toContain(secret.slice(0, 8));
  });

  it("begins anew at one megabyte and keeps the old one", async () => {
    const file = join(await folderWith(), "logs/errors.log");
    const { write } = openErrorLog(file, () => new Date(0));
    for (let count = 0; count < 25; count++) write(new Error("x".repeat(100_000)), `try ${count}`);
    const [now, before] = await Promise.all([readFile(file, "utf8"), readFile(`${file}.1`, "utf8")]);
    expect(now).toContain("try 24");
    expect(Math.max(now.length, before.length)).toBeLessThan(1_200_000);
  });
});
