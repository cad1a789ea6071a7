import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addTime,
  type Corrected,
  type Correcting,
  changeTime,
  dropTime,
  giveTime,
  mergeTimes,
  noteTime,
  type Room,
  splitTime,
  undoCorrection,
} from "#core/time/correction.ts";
import { fixedZone, MINUTE, parseInstant } from "#core/time/instant.ts";
import type { TimeRecord } from "#core/time/record.ts";
import { overlapsOf, sessionsOf } from "#core/time/sessions.ts";
import { at } from "./arbitraries.ts";

const rafts = { note: "a.md", area: "Boats", level: null, title: "Rafts" };
const sails = { ...rafts, title: "Sails" };
const instant = (clock: string): number => Date.parse(at(clock));
const stretch = (from: string, to: string) => ({ from: instant(from), to: instant(to) });

/** A log that corrections are appended to. */
class Book {
  records: TimeRecord[] = [];
  #ids = 0;

  with(room: Room = "refuse"): Correcting {
    return { records: this.records, now: instant("18:00"), zone: fixedZone(0), newId: () => `n${this.#ids++}`, room };
  }

  do(corrected: Corrected): string | null {
    if (!corrected.ok) return corrected.why;
    this.records.push(...corrected.records);
    return null;
  }

  get times(): string[] {
    return sessionsOf(this.records).map(
      ({ module, start, end, note }) =>
        `${module.title} ${start.slice(11, 16)}-${end?.slice(11, 16) ?? ""}${note ? ` ${note}` : ""}`,
    );
  }
}

const morning = (): Book => {
  const book = new Book();
  book.do(addTime(rafts, stretch("09:00", "10:00"), null, book.with()));
  book.do(addTime(sails, stretch("11:00", "12:00"), "first", book.with()));
  return book;
};

describe("corrections", () => {
  it("add, change, note, give, split, merge and drop sessions", () => {
    const book = morning();
    const [one = "", two = ""] = sessionsOf(book.records).map(({ id }) => id);
    book.do(changeTime(one, stretch("09:10", "10:10"), book.with()));
    book.do(noteTime(one, "why", book.with()));
    book.do(giveTime(two, rafts, book.with()));
    expect(book.times).toEqual(["Rafts 09:10-10:10 why", "Rafts 11:00-12:00 first"]);
    book.do(splitTime(one, instant("09:30"), book.with()));
    expect(book.times).toEqual(["Rafts 09:10-09:30 why", "Rafts 09:30-10:10 why", "Rafts 11:00-12:00 first"]);
    book.do(
      mergeTimes(
        sessionsOf(book.records).map(({ id }) => id),
        book.with(),
      ),
    );
    expect(book.times).toEqual(["Rafts 09:10-12:00 why; why; first"]);
    book.do(dropTime(one, book.with()));
    expect(book.times).toEqual([]);
  });

  it("refuse an overlap, name it, and mend it either way", () => {
    const book = morning();
    const refused = addTime(rafts, stretch("09:30", "11:30"), null, book.with());
    expect(refused).toEqual({
      ok: false,
      why: "That overlaps “Rafts” (09:00 to 10:00), “Sails” (11:00 to 12:00).",
      mends: ["fit", "cut"],
    });
    const fit = morning();
    fit.do(addTime(rafts, stretch("09:30", "11:30"), null, fit.with("fit")));
    expect(fit.times).toEqual(["Rafts 09:00-10:00", "Rafts 10:00-11:00", "Sails 11:00-12:00 first"]);
    book.do(addTime(rafts, stretch("09:30", "11:30"), null, book.with("cut")));
    expect(book.times).toEqual(["Rafts 09:00-09:30", "Rafts 09:30-11:30", "Sails 11:30-12:00 first"]);
    book.do(addTime(sails, stretch("09:40", "09:50"), null, book.with("cut")));
    expect(book.times.slice(1, 4)).toEqual(["Rafts 09:30-09:40", "Sails 09:40-09:50", "Rafts 09:50-11:30"]);
  });

  it("refuse what cannot be, in a sentence", () => {
    const book = morning();
    const [one = "", two = ""] = sessionsOf(book.records).map(({ id }) => id);
    expect(book.do(addTime(rafts, stretch("10:30", "10:20"), null, book.with()))).toMatch(/before the start/);
    expect(book.do(addTime(rafts, stretch("17:30", "18:20"), null, book.with()))).toMatch(/future/);
    expect(book.do(splitTime(one, instant("10:00"), book.with()))).toMatch(/inside/);
    expect(book.do(mergeTimes([one, two], book.with()))).toMatch(/different modules/);
    expect(book.do(dropTime("nobody", book.with()))).toMatch(/no longer there/);
    book.records.push({ v: 1, type: "start", id: "run", at: at("17:00"), module: rafts, start: at("17:00") });
    expect(book.do(changeTime("run", stretch("17:00", "17:30"), book.with()))).toMatch(/still runs/);
    expect(addTime(sails, stretch("16:30", "17:30"), null, book.with("cut"))).toMatchObject({
      ok: false,
      mends: ["fit"],
    });
  });

  it("are taken back one after the other, also by a later reader of the log", () => {
    const book = morning();
    const [one = ""] = sessionsOf(book.records).map(({ id }) => id);
    const states = [book.times];
    const next = (corrected: Corrected) => {
      book.do(corrected);
      states.push(book.times);
    };
    next(noteTime(one, "why", book.with()));
    next(splitTime(one, instant("09:30"), book.with()));
    next(dropTime(one, book.with()));
    next(addTime(rafts, stretch("09:30", "11:30"), null, book.with("cut")));
    for (const state of states.slice(0, -1).reverse()) {
      expect(book.do(undoCorrection(book.with()))).toBeNull();
      expect(book.times).toEqual(state);
    }
    book.do(undoCorrection(book.with()));
    book.do(undoCorrection(book.with()));
    expect(book.times).toEqual([]);
    expect(book.do(undoCorrection(book.with()))).toMatch(/no correction/);
  });

  it("taken back after a rename leave the session on the renamed module", () => {
    const book = morning();
    const [one = ""] = sessionsOf(book.records).map(({ id }) => id);
    book.do(giveTime(one, sails, book.with()));
    const renamed = { ...rafts, title: "Rafts and Boats" };
    book.records.push({ v: 1, type: "move", id: "m", at: at("18:30"), from: rafts, to: renamed });
    book.do(undoCorrection(book.with()));
    expect(book.times[0]).toBe("Rafts and Boats 09:00-10:00");
  });

  it("never leave an overlap or a negative session, and each undo restores what was", () => {
    const clock = fc.integer({ min: 0, max: 9 * 60 });
    const choice = fc.record({
      kind: fc.nat(6),
      from: clock,
      length: fc.integer({ min: 1, max: 120 }),
      which: fc.nat(9),
      room: fc.constantFrom<Room>("refuse", "fit", "cut"),
    });
    fc.assert(
      fc.property(fc.array(choice, { maxLength: 15 }), (choices) => {
        const book = new Book();
        for (const { kind, from, length, which, room } of choices) {
          const sessions = sessionsOf(book.records);
          const session = sessions[which % Math.max(1, sessions.length)];
          const start = instant("08:00") + from * MINUTE;
          const wish = { from: start, to: start + length * MINUTE };
          const before = book.times;
          const id = session?.id ?? "";
          const done = [
            () => addTime(rafts, wish, null, book.with(room)),
            () => changeTime(id, wish, book.with(room)),
            () => splitTime(id, session ? parseInstant(session.start) + length * MINUTE : 0, book.with()),
            () => dropTime(id, book.with()),
            () => giveTime(id, sails, book.with()),
            () =>
              mergeTimes(
                sessions.slice(0, 2).map((one) => one.id),
                book.with(),
              ),
            () => addTime(sails, wish, "n", book.with(room)),
          ][kind]?.();
          if (!done?.ok) continue;
          book.do(done);
          const after = book.records.length;
          expect(overlapsOf(sessionsOf(book.records))).toEqual([]);
          const undone = undoCorrection(book.with());
          expect(sessionsOf([...book.records, ...(undone.ok ? undone.records : [])]).length).toBe(before.length);
          expect(book.records.length).toBe(after);
        }
      }),
      { numRuns: 300 },
    );
  });
});
