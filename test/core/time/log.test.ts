import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fixedZone, formatInstant, parseInstant } from "#core/time/instant.ts";
import { readLog, serialise, sessionsOf } from "#core/time/log.ts";
import type { TimeRecord } from "#core/time/record.ts";
import { readSessions } from "#core/time/sessions.ts";
import { at, record } from "./arbitraries.ts";

const module = { note: "a.md", area: "Boats", level: "First", title: "Why Rafts Float" };
const start = (id: string, from: string, made = from): TimeRecord => ({
  v: 1,
  type: "start",
  id,
  at: at(made),
  module,
  start: at(from),
});
const stop = (id: string, end: string, made = end): TimeRecord => ({
  v: 1,
  type: "stop",
  id,
  at: at(made),
  end: at(end),
});
const text = (...records: TimeRecord[]): string => records.map((line) => `${serialise(line)}\n`).join("");

describe("a log read back", () => {
  it("gives every record that was written, whatever its fields hold", () => {
    fc.assert(
      fc.property(fc.array(record), (records) => {
        const log = readLog(text(...records));
        expect(log.quarantine).toEqual([]);
        expect(log.torn).toBeNull();
        expect(log.records).toEqual(records);
      }),
    );
  });

  it("begins every line with the version", () => {
    fc.assert(fc.property(record, (one) => serialise(one).startsWith('{"v":1,')));
  });

  it("sets a torn last line aside, wherever the write was cut", () => {
    fc.assert(
      fc.property(record, fc.nat(), (last, cut) => {
        const line = serialise(last);
        const length = 1 + (cut % (line.length - 1));
        const log = readLog(text(start("one", "09:00")) + line.slice(0, length));
        expect(log.records).toHaveLength(1);
        expect(log.quarantine).toEqual([]);
        expect(log.torn?.line).toBe(2);
      }),
    );
  });

  it("takes a whole last line without a line end, CRLF, blank lines and a byte order mark", () => {
    const lines = `\uFEFF${text(start("one", "09:00")).trimEnd()}\r\n\r\n${serialise(stop("one", "10:00"))}`;
    expect(readLog(lines).records).toHaveLength(2);
    expect(readLog(lines).torn).toBeNull();
  });

  it("keeps what it cannot read in quarantine, with line and reason, and goes on behind it", () => {
    const bad = [
      "garbage",
      '{"v":1,"type":"start","id":"x","at":"2026-11-23T09:0',
      '{"v":2,"type":"start","id":"x"}',
      '{"v":1,"type":"nap","id":"x","at":"2026-11-23T09:00:00Z"}',
      '{"v":1,"type":"stop","id":"x","at":"2026-02-30T09:00:00Z","end":"2026-11-23T09:00:00Z"}',
      '{"v":1,"type":"stop","id":"x","at":"2026-11-23T09:00:00Z","end":"2026-11-23T09:00:00"}',
      "[]",
      "null",
      '{"v":1,"type":"move","id":"x","at":"2026-11-23T09:00:00Z","from":{"note":"a"},"to":{"note":"a","area":"b"}}',
    ];
    const log = readLog(`${bad.join("\n")}\n${text(start("one", "09:00"))}`);
    expect(log.records).toHaveLength(1);
    expect(log.quarantine.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(log.quarantine.map(({ text }) => text)).toEqual(bad);
    expect(log.quarantine[1]?.why).toContain("cut off");
    expect(log.quarantine[2]?.why).toContain("newer Lectern");
  });

  it("never throws and loses no line of any text", () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (lines) => {
        const log = readLog(lines.join("\n"));
        const kept = log.records.length + log.quarantine.length + Number(log.torn !== null);
        const full = lines
          .join("\n")
          .split("\n")
          .filter((line) => line.trim() !== "").length;
        expect(kept).toBe(full);
      }),
    );
  });
});

describe("sessions of a log", () => {
  it("come from a start and a stop", () => {
    expect(sessionsOf([start("one", "09:00"), stop("one", "10:20")])).toEqual([
      { id: "one", module, start: at("09:00"), end: at("10:20"), note: null },
    ]);
  });

  it("are the same for the union of two logs in either order, doubled lines included", () => {
    fc.assert(
      fc.property(fc.array(record), fc.array(record), fc.array(record), (shared, ours, theirs) => {
        const one = readSessions([...shared, ...ours, ...shared, ...theirs]);
        const other = readSessions([...theirs, ...shared, ...ours]);
        expect(one.sessions).toEqual(other.sessions);
        const sorted = ({ problems }: typeof one) => problems.map((problem) => JSON.stringify(problem)).sort();
        expect(sorted(one)).toEqual(sorted(other));
      }),
      { numRuns: 1000 },
    );
  });

  it("are never negative, whatever the records say", () => {
    fc.assert(
      fc.property(fc.array(record), (records) => {
        for (const session of sessionsOf(records))
          if (session.end !== null)
            expect(parseInstant(session.end)).toBeGreaterThanOrEqual(parseInstant(session.start));
      }),
    );
  });

  it("end even where the clock went back between start and stop", () => {
    const { sessions, problems } = readSessions([start("one", "10:00"), stop("one", "10:30", "09:40")]);
    expect(sessions[0]?.end).toBe(at("10:30"));
    expect(problems).toEqual([]);
  });

  it("are corrected field by field, deleted, and brought back by further records", () => {
    const base = [start("one", "09:00"), stop("one", "10:00")];
    const set: TimeRecord = { v: 1, type: "set", id: "one", at: at("11:00"), end: at("09:45"), note: "half of it" };
    const drop: TimeRecord = { v: 1, type: "drop", id: "one", at: at("11:01") };
    const back: TimeRecord = { v: 1, type: "set", id: "one", at: at("11:02") };
    expect(sessionsOf([...base, set])).toEqual([
      { id: "one", module, start: at("09:00"), end: at("09:45"), note: "half of it" },
    ]);
    expect(sessionsOf([...base, set, drop])).toEqual([]);
    expect(sessionsOf([back, drop, set, ...base])).toEqual(sessionsOf([...base, set]));
  });

  it("say which overlap, which run backwards, and which have no start", () => {
    const records = [
      start("one", "09:00"),
      stop("one", "10:00"),
      start("two", "09:30"),
      stop("two", "11:00"),
      start("three", "12:00"),
      stop("three", "11:30"),
      stop("four", "11:30"),
    ];
    const { sessions, problems } = readSessions(records);
    expect(sessions.map(({ id }) => id)).toEqual(["one", "two", "three"]);
    expect(problems).toEqual([
      { kind: "backwards", id: "three" },
      { kind: "no-start", id: "four" },
      { kind: "overlap", id: "two", other: "one", from: Date.parse(at("09:30")), to: Date.parse(at("10:00")) },
    ]);
  });
});

describe("moves", () => {
  const move = (id: string, made: string, from: object, to: object): TimeRecord =>
    ({ v: 1, type: "move", id, at: at(made), from, to }) as TimeRecord;
  const titled = (records: TimeRecord[]) => sessionsOf(records)[0]?.module;
  const base = [start("one", "09:00"), stop("one", "10:00")];

  it("take the sessions before them along, through a chain of renames at every depth", () => {
    const records = [
      ...base,
      move("m1", "11:00", module, { ...module, title: "Why Boats Float" }),
      move("m2", "12:00", { note: "a.md" }, { note: "b.md" }),
      move(
        "m3",
        "13:00",
        { note: "b.md", area: "Boats", level: "First" },
        { note: "b.md", area: "Ships", level: null },
      ),
    ];
    expect(titled(records.reverse())).toEqual({ note: "b.md", area: "Ships", level: null, title: "Why Boats Float" });
  });

  it("leave alone what was recorded on the old path after them", () => {
    const away = move("m1", "08:00", module, { ...module, title: "Elsewhere" });
    expect(titled([...base, away])).toEqual(module);
  });

  it("are taken back by a drop on their id, without dragging others along", () => {
    const elsewhere = { ...module, title: "Elsewhere" };
    const there = { ...start("two", "07:00"), module: elsewhere } as TimeRecord;
    const away = move("m1", "11:00", module, elsewhere);
    const back: TimeRecord = { v: 1, type: "drop", id: "m1", at: at("12:00") };
    const sessions = sessionsOf([...base, there, away, back]);
    expect(sessions.map((session) => session.module)).toEqual([elsewhere, module]);
  });

  it("go round in a circle and end", () => {
    const other = { ...module, title: "Other" };
    const records = [...base, move("m1", "11:00", module, other), move("m2", "12:00", other, module)];
    expect(titled(records)).toEqual(module);
  });
});

describe("speed", () => {
  it("reads a log of 100,000 sessions without losing one", () => {
    const lines: string[] = [];
    const zone = fixedZone(60);
    for (let n = 0; n < 100_000; n++) {
      const from = Date.UTC(2020, 0, 1) + n * 1_800_000;
      const begun = formatInstant(from, zone);
      const ended = formatInstant(from + 1_500_000, zone);
      const title = `Chapter ${n % 300}`;
      lines.push(
        serialise({ v: 1, type: "start", id: `s${n}`, at: begun, module: { ...module, title }, start: begun }),
      );
      lines.push(serialise({ v: 1, type: "stop", id: `s${n}`, at: ended, end: ended }));
    }
    const log = `${lines.join("\n")}\n`;
    const timed = <T>(work: () => T): [T, number] => {
      const before = performance.now();
      return [work(), performance.now() - before];
    };
    let [ours, plain] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (let round = 0; round < 3; round++) {
      const [sessions, took] = timed(() => sessionsOf(readLog(log).records));
      expect(sessions).toHaveLength(100_000);
      ours = Math.min(ours, took);
      plain = Math.min(plain, timed(() => lines.map((line) => JSON.parse(line))[1])[1]);
    }
    // A guard against reading in squares, not a measure: the figures are the bench's, on a machine at rest.
    expect(ours / plain).toBeLessThan(10);
  });
});
