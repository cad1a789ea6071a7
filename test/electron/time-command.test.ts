import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startCommand, statusCommand, stopCommand, timeCommand } from "../../electron/terminal/time.ts";

const note = `# Boats

## Area 1 Boats
### Beginner
1. Why Rafts Float - 30 min
	- Wood is lighter than water.
2. Knots And Ropes - 45 min
	- A bowline holds.

### Intermediate
1. Sailing Against Wind - 20 min
	- The sail is a wing.
2. Harbour Lab - 60 min
	- FIXME
`;

let folder = "";
let clock = new Date("2026-11-23T09:00:00Z");
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "lectern-terminal-"));
  await writeFile(join(folder, "boats.md"), note);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const at = (iso: string): void => {
  clock = new Date(iso);
};

const run = async (command: typeof timeCommand, ...args: string[]) => {
  let [out, err] = ["", ""];
  const code = await command(args, {
    stdout: { write: (text: string) => (out += text) },
    stderr: { write: (text: string) => (err += text) },
    cwd: folder,
    now: () => clock,
  });
  return { code, out, err };
};

const morning = async (): Promise<void> => {
  at("2026-11-23T09:00:00Z");
  await run(startCommand, "boats.md", "why rafts float");
  at("2026-11-23T09:25:00Z");
  await run(startCommand, "boats.md", "Boats › Harbour Lab", "--ago", "5");
  at("2026-11-23T10:20:00Z");
  await run(stopCommand);
};

describe("the timer in the terminal", () => {
  it("starts, shows, switches and stops on the notebook's log", async () => {
    at("2026-11-23T09:00:00Z");
    expect(await run(statusCommand)).toEqual({ code: 1, out: "Nothing runs.\n", err: "" });
    expect(await run(startCommand, "boats.md", "rafts")).toMatchObject({ code: 0, err: "" });
    at("2026-11-23T09:12:00Z");
    expect((await run(statusCommand)).out).toMatch(/^Boats › Beginner › Why Rafts Float: 12 min, since /);
    expect((await run(startCommand, "boats.md", "Knots And Ropes")).out).toBe(
      'Started Boats › Beginner › Knots And Ropes. "Why Rafts Float" was stopped.\n',
    );
    at("2026-11-23T10:12:00Z");
    expect((await run(stopCommand)).out).toBe("Stopped Boats › Beginner › Knots And Ropes after 1 h 0 min.\n");
    const log = await readFile(join(folder, ".lectern/time.jsonl"), "utf8");
    expect(
      log
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line).type),
    ).toEqual(["start", "stop", "start", "stop"]);
  });

  it("does not count a forgotten night", async () => {
    at("2026-11-22T21:00:00Z");
    await run(startCommand, "boats.md", "rafts");
    at("2026-11-23T15:00:00Z");
    expect(await run(stopCommand)).toMatchObject({ code: 1, out: "" });
    const wrong = await run(stopCommand, "--at", "2026-11-22 10:00");
    expect(wrong).toMatchObject({ code: 2 });
    expect((await run(stopCommand, "--keep")).out).toContain("18 h 0 min");
  });

  it("says in a sentence what is wrong", async () => {
    expect(await run(startCommand, "boats.md", "nowhere")).toMatchObject({
      code: 2,
      err: expect.stringContaining('no module "nowhere"'),
    });
    expect(await run(startCommand, "boats.md", "a")).toMatchObject({ code: 2, err: expect.stringContaining("can be") });
    expect(await run(startCommand, "gone.md", "a")).toMatchObject({ code: 3, err: expect.stringContaining("gone.md") });
    expect(await run(stopCommand)).toMatchObject({ code: 1, err: "lectern stop: Nothing runs.\n" });
    expect(await run(startCommand, "boats.md")).toMatchObject({ code: 2 });
    await run(startCommand, "boats.md", "rafts");
    expect(await run(startCommand, "boats.md", "rafts")).toMatchObject({ code: 1 });
  });
});

describe("lectern time", () => {
  it("adds up by module, level, area and day", async () => {
    await morning();
    const { out } = await run(timeCommand, ".");
    expect(out).toMatch(/^Boats › Beginner › Why Rafts Float +0:30 +0:20 +1$/m);
    expect(out).toMatch(/^Boats › Intermediate › Harbour Lab +1:00 +1:00 +1$/m);
    expect(out).toMatch(/total\s+2:35\s+1:20\s+2\n$/);
    expect((await run(timeCommand, ".", "--by", "area")).out).toMatch(/Boats\s+2:35\s+1:20\s+2\n/);
    expect((await run(timeCommand, "boats.md", "--by", "level")).out).toMatch(/Beginner\s+1:15\s+0:20/);
    const rows = JSON.parse((await run(timeCommand, ".", "--by", "module", "--format", "json")).out);
    expect(rows[0]).toMatchObject({
      note: "boats.md",
      module: "Why Rafts Float",
      planned: 30,
      tracked: 20,
      placed: true,
    });
  });

  it("prints other programs' formats, within a range", async () => {
    await morning();
    expect((await run(timeCommand, ".", "--format", "timewarrior")).out).toContain('"start":"20261123T092000Z"');
    expect((await run(timeCommand, ".", "--format", "csv")).out).toMatch(
      /^area,level,module.*\r\nBoats,Beginner,Why Rafts Float,boats\.md,.*,20,30,,/,
    );
    expect((await run(timeCommand, ".", "--format", "timewarrior", "--to", "2026-11-20")).out).toBe("[]\n");
  });

  it("names the line of the log that it left out, and goes on", async () => {
    await morning();
    const path = join(folder, ".lectern/time.jsonl");
    await writeFile(path, `garbage\n${await readFile(path, "utf8")}`);
    const { code, out, err } = await run(timeCommand, ".");
    expect([code, err]).toEqual([0, "lectern time: .lectern/time.jsonl line 1 was left out: The line is not JSON.\n"]);
    expect(out).toContain("1:20");
  });

  it.each([
    [[], 2],
    [[".", "--by", "colour"], 2],
    [[".", "--format", "pdf"], 2],
    [[".", "--from", "yesterday"], 2],
    [[".", "--from", "2026-11-23", "--to", "2026-11-20"], 2],
    [[".", "--by", "day", "--format", "org"], 2],
    [[".", "--colour"], 2],
    [["nowhere"], 3],
  ] as [string[], number][])("ends %j with code %i and one line", async (args, code) => {
    const result = await run(timeCommand, ...args);
    expect(result.code).toBe(code);
    expect(result.out).toBe("");
    expect(result.err).toMatch(/^lectern time: .+\n$/);
  });
});
