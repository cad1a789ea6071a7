import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ModulePath } from "#core/outline/tree.ts";
import { type NoteOutline, pathKey, placesOf } from "#core/time/places.ts";
import { knownNote, relink } from "#core/time/relink.ts";
import { outlineOf, type Sketch } from "./outlines.ts";

const note = (sketch: Sketch, name = "a.md"): NoteOutline => ({ note: name, outline: outlineOf(sketch) });
const paths = (one: NoteOutline): ModulePath[] => placesOf(one).map(({ path }) => path);

/** Where each module of `before` with time went: `old title → area/level/title`, or `?guess` where it is unplaced. */
const went = (before: Sketch, after: Sketch, only?: string): Record<string, string> => {
  const [old, now] = [note(before), note(after)];
  const timed = paths(old).filter(({ title }) => only === undefined || title === only);
  const { moves, unplaced } = relink([knownNote(old)], [now], timed);
  const words = ({ area, level, title }: ModulePath): string => [area, level, title].filter(Boolean).join("/");
  const result: Record<string, string> = {};
  for (const { from, to } of moves) result[words(from)] = words(to);
  for (const { path, guess } of unplaced) {
    const origin = moves.find(({ to }) => pathKey(to) === pathKey(path))?.from ?? path;
    result[words(origin)] = `?${guess ? words(guess) : ""}`;
  }
  return result;
};

const boats: Sketch = {
  Boats: { First: ["Why Rafts Float", "Sailing Against Wind", "Lab"], Second: ["Knots And Ropes", "Lab"] },
};

describe("a module is found again", () => {
  it("where nothing but other modules changed", () => {
    const after = {
      Boats: {
        First: ["New One", "Why Rafts Float", "Sailing Against Wind", "Lab"],
        Second: ["Knots And Ropes", "Lab"],
      },
    };
    expect(went(boats, after)).toEqual({});
  });

  it("in another place, when its title stands once before and after", () => {
    const after = {
      Boats: { First: ["Sailing Against Wind", "Lab"], Second: ["Why Rafts Float", "Knots And Ropes", "Lab"] },
    };
    expect(went(boats, after)).toEqual({ "Boats/First/Why Rafts Float": "Boats/Second/Why Rafts Float" });
  });

  it("with typos mended, case and punctuation changed, and a word for its kind added", () => {
    const before = { Boats: { First: ["Why rafts flaot", "Sailng against wind", "Knots & Ropes"] } };
    const after = { Boats: { First: ["Video: Why Rafts Float?", "Sailing Against Wind", "Knots and Ropes"] } };
    expect(Object.values(went(before, after))).toEqual([
      "Boats/First/Video: Why Rafts Float?",
      "Boats/First/Sailing Against Wind",
      "Boats/First/Knots and Ropes",
    ]);
  });

  it("under a renamed level and area, equal titles included", () => {
    const after = {
      Ships: { Basics: ["Why Rafts Float", "Sailing Against Wind", "Lab"], Advanced: ["Knots And Ropes", "Lab"] },
    };
    expect(went(boats, after)).toEqual({
      "Boats/First/Why Rafts Float": "Ships/Basics/Why Rafts Float",
      "Boats/First/Sailing Against Wind": "Ships/Basics/Sailing Against Wind",
      "Boats/First/Lab": "Ships/Basics/Lab",
      "Boats/Second/Knots And Ropes": "Ships/Advanced/Knots And Ropes",
      "Boats/Second/Lab": "Ships/Advanced/Lab",
    });
  });

  it("in a note of another name", () => {
    const old = note(boats, "old.md");
    const now = note(boats, "new/name.md");
    const { moves, unplaced } = relink([knownNote(old)], [now], paths(old));
    expect(unplaced).toEqual([]);
    expect(moves).toEqual(paths(old).map((from) => ({ from, to: { ...from, note: "new/name.md" } })));
  });

  it("by its link, with a title that kept one word", () => {
    const before = { Boats: { First: [{ title: "Rafts explained", link: "https://a.example/1" }, "Sails", "Lab"] } };
    const after = {
      Boats: { First: ["Sails", "Lab"], Second: [{ title: "About rafts", link: "https://a.example/1" }] },
    };
    expect(went(before, after)).toEqual({ "Boats/First/Rafts explained": "Boats/Second/About rafts" });
  });

  it("with words added between its old neighbours", () => {
    const after = {
      Boats: { First: ["Why Rafts Float", "Sailing Against Strong Wind", "Lab"], Second: ["Knots And Ropes", "Lab"] },
    };
    expect(went(boats, after)).toEqual({
      "Boats/First/Sailing Against Wind": "Boats/First/Sailing Against Strong Wind",
    });
  });
});

describe("a module waits, with a guess,", () => {
  it("when it is gone", () => {
    expect(went(boats, { Boats: { First: ["Why Rafts Float", "Lab"], Second: ["Knots And Ropes", "Lab"] } })).toEqual({
      "Boats/First/Sailing Against Wind": "?",
    });
  });

  it("when it was split in two", () => {
    const after = {
      Boats: {
        First: ["Why Rafts Float", "Sailing Against Wind Part 1", "Sailing Against Wind Part 2", "Lab"],
        Second: ["Knots And Ropes", "Lab"],
      },
    };
    expect(went(boats, after)["Boats/First/Sailing Against Wind"]).toMatch(/^\?/);
  });

  it("when something else stands in its place", () => {
    const after = {
      Boats: { First: ["Why Rafts Float", "Rowing Upstream", "Lab"], Second: ["Knots And Ropes", "Lab"] },
    };
    expect(went(boats, after)).toEqual({ "Boats/First/Sailing Against Wind": "?Boats/First/Rowing Upstream" });
  });

  it.each([
    ["Knots Part 1", "Knots Part 2"],
    ["Rafts EC2", "Rafts S3"],
    ["Harbour Rules A", "Harbour Rules B"],
    ["Rafts intro", "Rafts lab"],
    ["Docking With Wind", "Docking With Tide"],
  ])("when a like title means another module: %s, %s", (old, now) => {
    expect(went({ Boats: { First: [old] } }, { Boats: { First: [now] } })[`Boats/First/${old}`]).toMatch(/^\?/);
  });

  it("when one of two equal titles went, and nothing tells which", () => {
    const found = went({ Boats: { First: ["Lab", "Lab"] } }, { Boats: { First: ["Lab"] } });
    expect(Object.values(found).every((place) => place.startsWith("?"))).toBe(true);
  });

  it("when a title that says little stands elsewhere in its level, and may be another's", () => {
    const before = { Boats: { First: ["Why Rafts Float", "Lab", "Sailing Against Wind"] } };
    const after = { Boats: { First: ["Why Rafts Float", "Sailing Against Wind", "Lab"] } };
    expect(went(before, after)).toEqual({ "Boats/First/Lab": "?Boats/First/Lab" });
  });

  it("and keeps its time apart from the module that took its name", () => {
    const before = note({ Boats: { First: ["Rafts", "Lab", "Sails", "Lab"] } });
    const after = note({ Boats: { First: ["Rafts", "Sails", "Lab"] } });
    const lab = { note: "a.md", area: "Boats", level: "First", title: "Lab" };
    const { moves, unplaced } = relink([knownNote(before)], [after], [lab]);
    expect(unplaced).toEqual([{ path: { ...lab, title: "Lab (earlier)" }, guess: lab }]);
    expect(moves).toEqual([{ from: lab, to: { ...lab, title: "Lab (earlier)" } }]);
  });
});

describe("histories of edits", () => {
  interface Real {
    readonly id: number;
    readonly lab: boolean;
    title: string;
  }
  interface RealNote {
    name: string;
    areas: { title: string; levels: { title: string; modules: Real[] }[] }[];
  }
  const nouns = "harbour compass lantern anchor current tide rudder keel mast chart signal cargo ferry island".split(
    " ",
  );
  const verbs = "reading finding mending drawing trusting carving storing towing judging sealing".split(" ");

  /** A note under edit that knows which module is which, whatever its title says. */
  class History {
    note: RealNote;
    #touched = false;
    #next = 0;
    readonly #random: (limit: number) => number;

    constructor(random: (limit: number) => number) {
      this.#random = random;
      this.note = { name: "a.md", areas: [] };
      for (const area of ["Boats", "Sails"])
        this.note.areas.push({
          title: area,
          levels: ["Beginner", "Intermediate", "Expert"].map((title) => ({
            title,
            modules: [this.#fresh(), this.#fresh(), this.#fresh("Lab"), this.#fresh()],
          })),
        });
    }

    /** Titles are made of two words, so that many are alike; each pair is used once. */
    #fresh(title?: string): Real {
      const id = this.#next++;
      const noun = nouns[id % nouns.length] ?? "";
      const verb = verbs[(id * 3 + Math.floor(id / nouns.length)) % verbs.length] ?? "";
      return { id, title: title ?? `${verb} the ${noun}`, lab: title !== undefined };
    }

    #level() {
      const levels = this.note.areas.flatMap((area) => area.levels);
      return levels[this.#random(levels.length)] as (typeof levels)[number];
    }

    /**
     * One edit. Of titles that say nothing, "Lab", a step changes one at most: where one goes and another comes, no
     * reader of the two texts could tell.
     */
    edit(kind: number): void {
      const level = this.#level();
      const { modules } = level;
      const at = this.#random(Math.max(1, modules.length));
      const module = modules[at];
      const touches = kind === 9 || ([1, 2, 3, 4, 7, 10].includes(kind) && module?.lab === true);
      if (touches && this.#touched) return;
      this.#touched ||= touches;
      switch (kind) {
        case 0:
          modules.splice(this.#random(modules.length + 1), 0, this.#fresh());
          break;
        case 1:
          modules.splice(at, 1);
          break;
        case 2:
          if (module) module.title = this.#mistype(module.title);
          break;
        case 3:
          if (module) modules.splice(this.#random(modules.length), 0, ...modules.splice(at, 1));
          break;
        case 4:
          if (module) this.#level().modules.push(...modules.splice(at, 1));
          break;
        case 5:
          level.title = `${level.title} level`;
          break;
        case 6:
          this.note.areas.reverse();
          break;
        case 7:
          if (module) module.title = module.title.toUpperCase();
          break;
        case 8:
          this.note.name = `${this.note.name.length}${this.note.name}`;
          break;
        case 9:
          modules.push(this.#fresh("Lab"));
          break;
        case 10:
          if (module) module.title = `Video: ${module.title}`;
          break;
        case 11:
          for (const area of this.note.areas) area.title = `${area.title} and more`;
          break;
      }
    }

    #mistype(title: string): string {
      const at = 1 + this.#random(Math.max(1, title.length - 2));
      return title.slice(0, at) + (title[at + 1] ?? "") + (title[at] ?? "") + title.slice(at + 2);
    }

    outline(): NoteOutline {
      this.#touched = false;
      const sketch: Record<string, Record<string, string[]>> = {};
      for (const area of this.note.areas) {
        const levels: Record<string, string[]> = {};
        for (const level of area.levels) levels[level.title] = level.modules.map(({ title }) => title);
        sketch[area.title] = levels;
      }
      return note(sketch, this.note.name);
    }

    /** Which module really stands at each path. */
    truth(): Map<string, number> {
      const ids = this.note.areas.flatMap((area) => area.levels.flatMap((level) => level.modules.map(({ id }) => id)));
      return new Map(paths(this.outline()).map((path, n) => [pathKey(path), ids[n] ?? -1]));
    }
  }

  const replay = (edits: number[][], random: (limit: number) => number) => {
    const history = new History(random);
    let before = history.outline();
    const first = history.truth();
    const timed = new Map(paths(before).map((path) => [first.get(pathKey(path)) ?? -1, path]));
    let wrong = 0;
    for (const step of edits) {
      for (const kind of step) history.edit(kind);
      const after = history.outline();
      const { moves } = relink([knownNote(before)], [after], [...timed.values()]);
      const moved = new Map(moves.map(({ from, to }) => [pathKey(from), to]));
      for (const [id, path] of timed) timed.set(id, moved.get(pathKey(path)) ?? path);
      before = after;
    }
    const truth = history.truth();
    const alive = new Set(truth.values());
    let placed = 0;
    for (const [id, path] of timed) {
      const there = truth.get(pathKey(path));
      if (there === undefined) continue;
      if (there === id) placed++;
      else wrong++;
    }
    return { wrong, placed, alive: [...timed.keys()].filter((id) => alive.has(id)).length };
  };

  it("never put time on a wrong module, and leave little unplaced", () => {
    let placed = 0;
    let alive = 0;
    const edit = fc.integer({ min: 0, max: 11 });
    fc.assert(
      fc.property(
        fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { maxLength: 8 }),
        fc.infiniteStream(fc.nat()),
        (edits, stream) => {
          const random = (limit: number): number => (stream.next().value as number) % limit;
          const result = replay(edits, random);
          expect(result.wrong).toBe(0);
          placed += result.placed;
          alive += result.alive;
        },
      ),
      { numRuns: 1_000 },
    );
    console.log(placed, alive);
    expect(placed / alive).toBeGreaterThan(0.9);
  });
});
