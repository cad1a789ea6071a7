import { randomUUID } from "node:crypto";
import { parseArgs } from "node:util";
import type { ModulePath } from "#core/outline/tree.ts";
import { type ClockEvent, step } from "#core/time/clock.ts";
import { STILL, type Step } from "#core/time/clock-state.ts";
import { parseEntry } from "#core/time/entry.ts";
import { busyOf } from "#core/time/free.ts";
import { formatClock, formatDay, formatInstant, HOUR, MINUTE, parseInstant, systemZone } from "#core/time/instant.ts";
import { titleKey } from "#core/time/likeness.ts";
import { type NoteOutline, pathWords, placesOf } from "#core/time/places.ts";
import type { TimeRecord } from "#core/time/record.ts";
import type { Session } from "#core/time/session.ts";
import { sessionsOf } from "#core/time/sessions.ts";
import { appendToTimeLog, readTimeLog } from "../files/time-log.ts";
import { harmless } from "./harmless.ts";
import { Ending, notebookAt, readOutline, withLog } from "./notebook.ts";
import type { Terminal } from "./terminal.ts";

/** A session of more than this was most likely forgotten: the person has to say when it ended. */
const FORGOTTEN = 12 * HOUR;

interface Timer {
  readonly root: string;
  readonly records: readonly TimeRecord[];
  readonly running: Session | null;
  readonly now: number;
}

const openTimer = async (root: string, terminal: Terminal): Promise<Timer> => {
  const log = await readTimeLog(root);
  if (!log.ok) throw new Ending(3, `${log.error.message} ${log.error.action}`);
  const { records } = log.value;
  const running =
    sessionsOf(records)
      .filter(({ end }) => end === null)
      .at(-1) ?? null;
  return { root, records, running, now: terminal.now().getTime() };
};

/** What an event makes of the log, where nothing but the log is known. */
const happen = ({ records, running, now }: Timer, event: ClockEvent): Step => {
  const around = {
    now: { wall: now, mono: null },
    zone: systemZone,
    newId: randomUUID,
    busy: busyOf(sessionsOf(records)),
  };
  const lastRecord = records.reduce((latest, { at }) => Math.max(latest, parseInstant(at)), 0);
  const { state } = step({ ...STILL, lastRecord }, { type: "changed", running }, around);
  return step(state, event, around);
};

const append = async (root: string, records: readonly TimeRecord[]): Promise<void> => {
  const done = await appendToTimeLog(root, records);
  if (!done.ok) throw new Ending(3, `${done.error.message} ${done.error.action}`);
};

const run = async (name: string, terminal: Terminal, work: () => Promise<number>): Promise<number> => {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Ending)) throw error;
    terminal.stderr.write(`lectern ${name}: ${harmless(error.message)}\n`);
    return error.code;
  }
};

const parse = <T extends Record<string, { type: "string" | "boolean" }>>(
  args: readonly string[],
  options: T,
  use: string,
) => {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new Ending(2, `${error instanceof Error ? error.message : error} Use: ${use}`);
  }
};

const say = (terminal: Terminal, text: string): unknown => terminal.stdout.write(`${harmless(text)}\n`);

const lasted = (minutes: number): string => {
  const whole = Math.max(0, Math.round(minutes));
  return whole < 60 ? `${whole} min` : `${Math.floor(whole / 60)} h ${whole % 60} min`;
};

const since = (instant: number, now: number): string => {
  const day = formatDay(instant, systemZone);
  return `${day === formatDay(now, systemZone) ? "" : `${day} `}${formatClock(instant, systemZone)}`;
};

/** `lectern start FILE MODULE [--ago 20m] [--note TEXT]`: stops what runs and starts a session. */
export const startCommand = (args: readonly string[], terminal: Terminal): Promise<number> =>
  run("start", terminal, async () => {
    const use = "lectern start FILE MODULE [--ago 20m] [--note TEXT]";
    const { values, positionals } = parse(args, { ago: { type: "string" }, note: { type: "string" } } as const, use);
    const [file, wanted, ...more] = positionals;
    if (file === undefined || wanted === undefined || more.length > 0)
      throw new Ending(2, `It takes a note and a module. Use: ${use}`);
    const { root, single } = notebookAt(terminal.cwd, file);
    if (single === null) throw new Ending(2, `${file} is a folder; name the note that has the module.`);
    const module = findModule(await readOutline(root, single), wanted, file);
    const timer = await openTimer(root, terminal);
    const ago = values.ago === undefined ? 0 : agoOf(values.ago, timer.now);
    const event = { type: "start", module, ago, ...(values.note === undefined ? {} : { note: values.note }) } as const;
    const { records } = happen(timer, event);
    if (records.length === 0) throw new Ending(1, `"${module.title}" runs already.`);
    await append(root, records);
    const stopped = timer.running ? ` "${timer.running.module.title}" was stopped.` : "";
    say(terminal, `Started ${pathWords(module)}.${stopped}`);
    return 0;
  });

const agoOf = (text: string, now: number): number => {
  const entry = parseEntry(/^\d+$/.test(text.trim()) ? `${text} min` : text, now, systemZone);
  if (!entry.ok) throw new Ending(2, `--ago: ${entry.why}`);
  return now - entry.value.from;
};

/** A module by its title, or by its path with `›`, `>` or `/` between; a part of the title will do where it is one module's. */
const findModule = (note: NoteOutline, wanted: string, file: string): ModulePath => {
  const paths = placesOf(note).map(({ path }) => path);
  const words = wanted.split(/\s*[›>]\s*|\s+\/\s+/).map((name) => titleKey(name).text);
  const title = words.at(-1) ?? "";
  const fits = (path: ModulePath, test: (text: string) => boolean): boolean => {
    const above = [path.area, path.level].map((name) => titleKey(name ?? "").text);
    return test(titleKey(path.title).text) && words.slice(0, -1).every((name) => above.includes(name));
  };
  for (const test of [(text: string) => text === title, (text: string) => title !== "" && text.includes(title)]) {
    const found = paths.filter((path) => fits(path, test));
    if (found.length === 1 && found[0]) return found[0];
    if (found.length > 1)
      throw new Ending(
        2,
        `"${wanted}" can be ${found
          .slice(0, 5)
          .map((path) => `"${pathWords(path)}"`)
          .join(" or ")}; give the path.`,
      );
  }
  throw new Ending(2, `${file} has no module "${wanted}"; "lectern outline ${file}" lists them.`);
};

const rootOf = (terminal: Terminal, path: string | undefined): string =>
  path === undefined ? (withLog(terminal.cwd) ?? terminal.cwd) : notebookAt(terminal.cwd, path).root;

/** `lectern stop [NOTEBOOK] [--at TIME] [--keep]`: stops what runs. Exit code 1 where nothing does. */
export const stopCommand = (args: readonly string[], terminal: Terminal): Promise<number> =>
  run("stop", terminal, async () => {
    const use = "lectern stop [NOTEBOOK] [--at TIME] [--keep]";
    const { values, positionals } = parse(args, { at: { type: "string" }, keep: { type: "boolean" } } as const, use);
    if (positionals.length > 1) throw new Ending(2, `It takes one notebook at most. Use: ${use}`);
    const timer = await openTimer(rootOf(terminal, positionals[0]), terminal);
    const { running, now, root } = timer;
    if (!running) throw new Ending(1, "Nothing runs.");
    const start = parseInstant(running.start);
    const end = values.at === undefined ? now : instantOf(values.at, start, now);
    if (values.at === undefined && !values.keep && end - start > FORGOTTEN)
      throw new Ending(
        1,
        `"${running.module.title}" has run since ${since(start, now)}; say when it ended with --at 17:30, or --keep to count it all.`,
      );
    const { records } = happen({ ...timer, now: end }, { type: "stop" });
    // Made now, whenever the session ended.
    const made = Math.max(now, ...timer.records.map(({ at }) => parseInstant(at) + 1));
    await append(
      root,
      records.map((record, n) => ({ ...record, at: formatInstant(made + n, systemZone) })),
    );
    say(terminal, `Stopped ${pathWords(running.module)} after ${lasted((end - start) / MINUTE)}.`);
    return 0;
  });

const instantOf = (text: string, start: number, now: number): number => {
  const entry = parseEntry(`since ${text}`, now, systemZone);
  if (!entry.ok) throw new Ending(2, `--at: ${entry.why}`);
  if (entry.value.from < start) throw new Ending(2, `--at lies before the session's start (${since(start, now)}).`);
  return entry.value.from;
};

/** `lectern status [NOTEBOOK]`: what runs, and since when. Exit code 1 where nothing does. */
export const statusCommand = (args: readonly string[], terminal: Terminal): Promise<number> =>
  run("status", terminal, async () => {
    const { positionals } = parse(args, {}, "lectern status [NOTEBOOK]");
    if (positionals.length > 1) throw new Ending(2, "It takes one notebook at most. Use: lectern status [NOTEBOOK]");
    const { running, now } = await openTimer(rootOf(terminal, positionals[0]), terminal);
    if (!running) {
      terminal.stdout.write("Nothing runs.\n");
      return 1;
    }
    const start = parseInstant(running.start);
    terminal.stdout.write(
      `${pathWords(running.module)}: ${lasted((now - start) / MINUTE)}, since ${since(start, now)}.\n`,
    );
    return 0;
  });
