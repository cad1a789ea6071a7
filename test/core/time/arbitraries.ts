import fc from "fast-check";
import type { ModulePath } from "#core/outline/tree.ts";
import { fixedZone, formatInstant } from "#core/time/instant.ts";
import type { PathPrefix, TimeRecord } from "#core/time/record.ts";

const utc = fixedZone(0);

/** ISO text of an instant at one of a few offsets, as two machines in two zones would write it; often the same one. */
export const instantText = fc
  .tuple(fc.oneof(fc.nat(3), fc.nat(5_000_000)), fc.constantFrom(0, 60, -480, 345))
  .map(([seconds, offset]) => formatInstant(Date.UTC(2026, 10, 1) + seconds * 1000, fixedZone(offset)));

const title = fc.constantFrom("Lab", "Why Rafts Float", 'a "quoted" } title', "Ünïcode \\ 名", "");

/** A module out of few, so that records meet. */
export const modulePath: fc.Arbitrary<ModulePath> = fc.record({
  note: fc.constantFrom("a.md", "b/c.md"),
  area: fc.constantFrom("Boats", null),
  level: fc.constantFrom("First", '"},"start":"', null),
  title,
});

const id = fc.constantFrom("one", "two", "three");

const prefixPair: fc.Arbitrary<[PathPrefix, PathPrefix]> = fc
  .tuple(modulePath, modulePath, fc.integer({ min: 1, max: 4 }))
  .map(([from, to, depth]) => {
    const cut = ({ note, area, level, title }: ModulePath): PathPrefix => ({
      note,
      ...(depth > 1 ? { area } : {}),
      ...(depth > 2 ? { level } : {}),
      ...(depth > 3 ? { title } : {}),
    });
    return [cut(from), cut(to)];
  });

const head = { v: 1 as const };
const optional = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });
const compact = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as T;

/** Any record, on one of three sessions and two moves. */
export const record: fc.Arbitrary<TimeRecord> = fc.oneof(
  fc
    .record({ id, at: instantText, module: modulePath, start: instantText, note: optional(fc.string()) })
    .map((fields) => compact({ ...head, type: "start", ...fields }) as TimeRecord),
  fc
    .record({ id, at: instantText, end: instantText, paused: optional(fc.constant(true as const)) })
    .map((fields) => compact({ ...head, type: "stop", ...fields }) as TimeRecord),
  fc
    .record({
      id,
      at: instantText,
      module: optional(modulePath),
      start: optional(instantText),
      end: optional(fc.option(instantText)),
      note: optional(fc.option(fc.string())),
    })
    .map((fields) => compact({ ...head, type: "set", ...fields }) as TimeRecord),
  fc
    .record({ id: fc.oneof(id, fc.constant("move-1")), at: instantText })
    .map((fields) => ({ ...head, type: "drop", ...fields }) as TimeRecord),
  fc
    .record({ id: fc.constantFrom("w1", "w2"), at: instantText, module: modulePath, minutes: fc.nat(900) })
    .map((fields) => ({ ...head, type: "written", ...fields }) as TimeRecord),
  fc
    .tuple(fc.constantFrom("move-1", "move-2"), instantText, prefixPair)
    .map(([moveId, at, [from, to]]) => ({ ...head, type: "move", id: moveId, at, from, to }) as TimeRecord),
);

/** A UTC instant as text, for tests by hand: `at("09:30")` on 23 November 2026. */
export const at = (clock: string, day = "2026-11-23"): string =>
  formatInstant(Date.parse(`${day}T${clock.length === 5 ? `${clock}:00` : clock}Z`), utc);
