import { describe, expect, it } from "vitest";
import { mendOverlaps, type Overlap } from "#core/time/mending.ts";
import type { Session } from "#core/time/session.ts";
import { overlapsOf } from "#core/time/sessions.ts";
import { at } from "./arbitraries.ts";

const session = (id: string, from: string, to: string | null, title = id): Session => ({
  id,
  module: { note: "a.md", area: null, level: null, title },
  start: at(from),
  end: to && at(to),
  note: null,
});
const mendsOf = (...sessions: Session[]) =>
  mendOverlaps(overlapsOf(sessions) as Overlap[], sessions).map(({ mends }) =>
    mends.map((mend) => {
      if (mend.kind === "merge") return `merge ${mend.sessions.map(({ id }) => id).join(" ")}`;
      const when = mend.kind === "drop" ? "" : ` ${new Date(mend.at).toISOString().slice(11, 16)}`;
      return `${mend.kind} ${mend.session.id}${when}`;
    }),
  );

describe("two sessions that cover the same minutes", () => {
  it("are cut at the first's end or the second's start", () => {
    expect(mendsOf(session("a", "09:00", "10:00"), session("b", "09:40", "10:30"))).toEqual([
      ["end a 09:40", "begin b 10:00"],
    ]);
  });

  it("can be one where they are on one module", () => {
    expect(mendsOf(session("a", "09:00", "10:00", "x"), session("b", "09:40", "10:30", "x"))).toEqual([
      ["merge a b", "end a 09:40", "begin b 10:00"],
    ]);
  });

  it("lose the inner one where it lies within the other", () => {
    expect(mendsOf(session("a", "09:00", "11:00"), session("b", "09:40", "10:30"))).toEqual([["drop b"]]);
    expect(mendsOf(session("a", "09:00", "10:00"), session("b", "09:00", "10:00"))).toEqual([["drop b"]]);
  });

  it("are never cut down to nothing", () => {
    expect(mendsOf(session("a", "09:00", "10:00"), session("b", "09:00", "10:30"))).toEqual([["begin b 10:00"]]);
  });

  it("are left alone while one of them runs", () => {
    expect(mendsOf(session("a", "09:00", "10:00"), session("b", "09:40", null))).toEqual([[]]);
  });

  it("leave no overlap once the mend is done", () => {
    const [first, second] = [session("a", "09:00", "10:00"), session("b", "09:40", "10:30")];
    const [overlapping] = mendOverlaps(overlapsOf([first, second]) as Overlap[], [first, second]);
    for (const mend of overlapping?.mends ?? []) {
      const moved =
        mend.kind === "end"
          ? [{ ...first, end: second.start }, second]
          : [first, { ...second, start: first.end as string }];
      expect(overlapsOf(moved)).toEqual([]);
    }
    expect(overlapping?.mends).toHaveLength(2);
  });
});
