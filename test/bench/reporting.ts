import { spawnSync } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeTimeclock } from "../../core/time/formats/timeclock.ts";
import { systemZone } from "../../core/time/instant.ts";
import { serialise } from "../../core/time/log.ts";
import type { TimeRecord } from "../../core/time/record.ts";
import { sessionsOf } from "../../core/time/sessions.ts";
import { median } from "./figures.ts";

/** How many sessions the report adds up. */
export const reported = 100_000;
const rounds = 3;
const minute = 60_000;
const lectern = fileURLToPath(new URL("../../electron/setup/lectern.mjs", import.meta.url));

/** What one run of a program took, in ms: on the clock, and of the processor. */
interface Took {
  readonly wall: number;
  readonly processor: number;
}

/** A program that made the report, with the medians of its runs. */
export interface Reported extends Took {
  readonly name: string;
}

/** Sessions of 20 minutes every 50 minutes on 300 modules of five areas, as Lectern's log has them. */
const records = (): TimeRecord[] => {
  const begun = Date.UTC(2015, 0, 1, 6);
  return Array.from({ length: reported }, (_, index): TimeRecord[] => {
    const at = (minutes: number) =>
      new Date(begun + (index * 50 + minutes) * minute).toISOString().replace("Z", "+00:00");
    const number = index % 300;
    const [area, level] = [`Area ${Math.floor(number / 60)}`, `Level ${Math.floor(number / 12)}`];
    const module = { note: "Course.md", area, level, title: `Module ${number}` };
    const id = `session-${index}`;
    return [
      { v: 1, type: "start", id, at: at(0), module, start: at(0) },
      { v: 1, type: "stop", id, at: at(20), end: at(20) },
    ];
  }).flat();
};

/** Timewarrior's own store: a file a month of `inc FROM - TO # TAGS` lines. */
const writeTimewarrior = async (folder: string, all: ReturnType<typeof sessionsOf>): Promise<void> => {
  const months = new Map<string, string[]>();
  const stamp = (instant: string) => new Date(instant).toISOString().replace(/[-:]|\.\d+/gu, "");
  for (const { module, start, end } of all) {
    const month = start.slice(0, 7);
    const lines = months.get(month) ?? [];
    months.set(month, lines);
    lines.push(`inc ${stamp(start)} - ${stamp(end ?? start)} # "${module.area}" "${module.level}" "${module.title}"\n`);
  }
  await mkdir(join(folder, "data"), { recursive: true });
  await writeFile(join(folder, "timewarrior.cfg"), "confirmation = off\n");
  for (const [month, lines] of months) await writeFile(join(folder, "data", `${month}.data`), lines.join(""));
};

/** Runs a program to its end; its processor time is what the children of this process took meanwhile. */
const run = (program: string, words: readonly string[], env: Record<string, string>): Took => {
  // The shell's own `times` says what its children took, which Node does not know.
  const script = '"$@" > /dev/null || exit 1; times';
  const began = performance.now();
  const done = spawnSync("sh", ["-c", script, "sh", program, ...words], {
    env: { ...process.env, ...env },
    encoding: "utf8",
  });
  const wall = performance.now() - began;
  if (done.status !== 0) throw new Error(`${program} ${words.join(" ")} failed: ${done.stderr}`);
  const [, user = "", system = ""] = /\n(\S+) (\S+)\s*$/u.exec(done.stdout) ?? [];
  return { wall, processor: milliseconds(user) + milliseconds(system) };
};

/** `0m1.25s` in ms. */
const milliseconds = (time: string): number => {
  const [, minutes, seconds] = /^(\d+)m([\d.]+)s$/u.exec(time) ?? [];
  return Number(minutes) * minute + Number(seconds) * 1_000;
};

/**
 * The time a day of 100,000 sessions, by `lectern time`, `timew summary` and `hledger balance` on the same data, in
 * turns, each a process from start to end. A program that the machine lacks is left out.
 */
export async function reporting(folder: string): Promise<{ ours: Reported; others: readonly Reported[] }> {
  const notebook = join(folder, "sessions");
  const store = join(folder, "timewarrior");
  const timeclock = join(folder, "sessions.timeclock");
  const made = records();
  const all = sessionsOf(made);
  await mkdir(join(notebook, ".lectern"), { recursive: true });
  await writeFile(join(notebook, ".lectern", "time.jsonl"), made.map((record) => `${serialise(record)}\n`).join(""));
  const input = { sessions: all, planned: () => null, zone: systemZone, now: Date.now() };
  await writeFile(timeclock, writeTimeclock(input));
  await writeTimewarrior(store, all);
  const env = { LC_ALL: "C.UTF-8", TIMEWARRIORDB: store };
  const programs = [
    ["lectern time", process.execPath, [lectern, "time", notebook, "--by", "area"]],
    ["hledger balance", "hledger", ["-f", timeclock, "balance", "--depth", "1"]],
    ["timew summary", "timew", ["summary", "2015-01-01", "-", "2025-01-01"]],
  ] as const;
  const there = programs.filter(
    ([, program]) => spawnSync(program, ["--version"], { env: { ...process.env, ...env } }).status === 0,
  );
  const took = there.map(([name]) => ({ name, runs: [] as Took[] }));
  for (let round = 0; round <= rounds; round++)
    for (const [index, [, program, words]] of there.entries()) {
      const one = run(program, words, env);
      // The first round warms the disk's cache and the compiled code.
      if (round > 0) took[index]?.runs.push(one);
    }
  const [ours, ...others] = took.map(
    ({ name, runs }): Reported => ({
      name,
      wall: median(runs.map(({ wall }) => wall)),
      processor: median(runs.map(({ processor }) => processor)),
    }),
  );
  if (!ours) throw new Error("lectern time did not run");
  return { ours, others };
}
