import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseEntry } from "#core/time/entry.ts";
import { formatInstant, MINUTE, parseInstant, systemZone } from "#core/time/instant.ts";
import { entryWords } from "../../../renderer/report/entry-words.ts";
import { exactSpan, typedSession, withSeconds } from "../../../renderer/report/typed-span.ts";

const local = (text: string): number => new Date(text).getTime();
const now = local("2026-11-24T18:00:00");
const session = (from: string, to: string | null) => ({
  id: "a",
  module: { note: "a.md", area: null, level: null, title: "x" },
  start: formatInstant(local(from), systemZone),
  end: to && formatInstant(local(to), systemZone),
  note: null,
});

describe("a session as it is typed", () => {
  it("is a day and two times of day, and nothing while it runs", () => {
    expect(typedSession(session("2026-11-23T09:10:20", "2026-11-23T10:05:40"))).toBe("2026-11-23 09:10-10:05");
    expect(typedSession(session("2026-11-22T23:30:00", "2026-11-23T00:15:00"))).toBe(
      "2026-11-22 23:30 - 2026-11-23 00:15",
    );
    expect(typedSession(session("2026-11-23T09:10:20", null))).toBe("");
  });

  it("is read back as the stretch it was written for", () => {
    const minute = fc.integer({ min: local("2026-01-01T00:00:00") / MINUTE, max: now / MINUTE - 1_440 });
    fc.assert(
      fc.property(minute, fc.integer({ min: 1, max: 1_380 }), (start, length) => {
        const [from, to] = [start * MINUTE, (start + length) * MINUTE];
        // Where the clocks show a time twice, the text cannot tell which is meant.
        fc.pre(systemZone(from - 7_200_000) === systemZone(to + 7_200_000));
        expect(parseEntry(exactSpan(from, to), now, systemZone)).toEqual({ ok: true, value: { from, to } });
      }),
      { numRuns: 200 },
    );
  });

  it("keeps the seconds of an end that was left as it was", () => {
    const timed = session("2026-11-23T09:10:20", "2026-11-23T10:05:40");
    expect(withSeconds("2026-11-23 09:10-10:00", timed, now)).toBe("2026-11-23 09:10:20-10:00");
    expect(withSeconds("2026-11-23 09:00-10:05", timed, now)).toBe("2026-11-23 09:00-10:05:40");
    expect(withSeconds("who knows", timed, now)).toBe("who knows");
    const text = withSeconds("2026-11-23 09:10-10:00", timed, now);
    const read = parseEntry(text, now, systemZone);
    expect(read.ok && read.value.from).toBe(parseInstant(timed.start));
  });

  it("is said back in words before it is saved", () => {
    const words = (text: string) => entryWords(text, parseEntry(text, now, systemZone));
    expect(words("")).toMatch(/^For example/);
    expect(words("9:10-10:05")).toMatch(/2026, 09:10–10:05: 55 min$/);
    expect(words("nonsense")).toMatch(/not understood/);
  });
});
