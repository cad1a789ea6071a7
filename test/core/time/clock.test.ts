import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Answer, ClockEvent } from "#core/time/clock.ts";
import { questionOf, STILL } from "#core/time/clock-state.ts";
import { HOUR, MINUTE, parseInstant } from "#core/time/instant.ts";
import { elapsed, HEARTBEAT } from "#core/time/passing.ts";
import { compareRecords, overlapsOf } from "#core/time/sessions.ts";
import { World } from "./world.ts";
import { namedZone } from "./zones.ts";

const SECOND = 1000;
const modules = ["Rafts", "Sails", "Lab"].map((title) => ({ note: "a.md", area: "Boats", level: null, title }));
const [rafts, sails] = modules as [(typeof modules)[0], (typeof modules)[0]];
const losAngeles = namedZone("America/Los_Angeles");
const berlin = namedZone("Europe/Berlin");

const started = (): World => {
  const world = new World();
  world.do({ type: "start", module: rafts });
  world.work(20 * MINUTE);
  return world;
};

describe("the running session", () => {
  it("counts the minutes between start and stop, and asks nothing", () => {
    const world = started();
    expect(elapsed(world.state, { wall: world.wall, mono: world.mono })).toBe(20 * MINUTE);
    world.do({ type: "stop" });
    expect(world.minutes("Rafts")).toBe(20);
    expect(questionOf(world.state)).toBeNull();
    expect(world.log.map(({ type }) => type)).toEqual(["start", "stop"]);
  });

  it("ends when another module starts, and a start on the same module changes nothing", () => {
    const world = started();
    world.do({ type: "start", module: rafts });
    expect(world.log).toHaveLength(1);
    world.do({ type: "start", module: sails });
    world.work(5 * MINUTE);
    world.do({ type: "stop" });
    expect([world.minutes("Rafts"), world.minutes("Sails")]).toEqual([20, 5]);
  });

  it("can have started some minutes ago, but not inside the session before", () => {
    const world = started();
    world.do({ type: "start", module: sails, ago: 5 * MINUTE });
    world.work(1 * MINUTE);
    world.do({ type: "stop" });
    expect([world.minutes("Rafts"), world.minutes("Sails")]).toEqual([15, 6]);
    world.work(2 * MINUTE);
    world.do({ type: "start", module: rafts, ago: 30 * MINUTE });
    world.do({ type: "stop" });
    expect(world.minutes("Rafts")).toBe(17);
  });

  it("pauses, goes on, and takes a note", () => {
    const world = started();
    world.do({ type: "note", note: "half way" });
    world.do({ type: "pause" });
    world.work(10 * MINUTE);
    world.do({ type: "resume" });
    world.work(1 * MINUTE);
    world.do({ type: "stop" });
    expect(world.minutes("Rafts")).toBe(21);
    expect(world.sessions.map(({ note }) => note)).toEqual(["half way", null]);
    expect(world.state.paused).toBeNull();
  });
});

describe("what was not seen passing", () => {
  const ask = (world: World) => {
    const question = questionOf(world.state);
    return question && { why: question.why, minutes: (question.to - question.from) / MINUTE };
  };
  const answering = (world: World, answer: Answer): number[] => {
    world.do({ type: "answer", answer });
    expect(questionOf(world.state)).toBeNull();
    world.work(5 * MINUTE);
    world.do({ type: "stop" });
    return [world.minutes("Rafts"), world.minutes("Sails")];
  };

  it.each([
    ["keep", { kind: "keep" }, [20 + 480 + 5, 0]],
    ["cut", { kind: "cut" }, [20, 0]],
    ["cut and go on", { kind: "cut", goOn: true }, [20 + 5, 0]],
    ["give", { kind: "give", module: sails }, [20, 480]],
    ["give and go on", { kind: "give", module: sails, goOn: true }, [20 + 5, 480]],
    ["discard", { kind: "discard" }, [0, 0]],
  ] as [string, Answer, number[]][])("in sleep is asked about once: %s", (_, answer, expected) => {
    const world = started();
    world.do({ type: "lock" });
    world.sleep(8 * HOUR);
    expect(ask(world)).toBeNull();
    world.do({ type: "unlock" });
    expect(ask(world)).toEqual({ why: "idle", minutes: 480 });
    expect(answering(world, answer)).toEqual(expected);
  });

  it("in a sleep that nobody announced is asked about too", () => {
    const world = started();
    world.sleep(8 * HOUR, false);
    expect(ask(world)).toEqual({ why: "clock", minutes: 480 });
    expect(answering(world, { kind: "cut" })).toEqual([20, 0]);
  });

  it("in a short lock is counted, as it costs no more than a crash", () => {
    const world = started();
    world.do({ type: "lock" });
    world.work(20 * SECOND, 20 * SECOND);
    world.do({ type: "unlock" });
    expect(ask(world)).toBeNull();
  });

  it("with no key touched counts only when the person says so", () => {
    const world = started();
    world.idle(40 * MINUTE);
    expect(ask(world)).toBeNull();
    world.work(HEARTBEAT);
    expect(ask(world)).toEqual({ why: "idle", minutes: 40.5 });
    expect(answering(world, { kind: "cut" })).toEqual([20, 0]);
  });

  it("is still asked about after stop, pause, or a start on another module", () => {
    const world = started();
    world.idle(40 * MINUTE);
    world.do({ type: "start", module: sails });
    expect(world.minutes("Rafts")).toBe(20);
    expect(ask(world)).toEqual({ why: "idle", minutes: 40 });
    expect(answering(world, { kind: "keep" })).toEqual([60, 5]);
  });

  it("after a crash costs at most one heartbeat", () => {
    const world = started();
    world.work(29 * SECOND);
    world.crash(3 * HOUR);
    expect(ask(world)?.why).toBe("crash");
    expect(answering(world, { kind: "cut" })).toEqual([20, 0]);
  });

  it("after a second crash is still one question, from the first", () => {
    const world = started();
    world.crash(HOUR);
    world.work(2 * MINUTE);
    world.crash(HOUR);
    expect(ask(world)).toEqual({ why: "crash", minutes: 122 });
    expect(answering(world, { kind: "cut" })).toEqual([20, 0]);
  });

  it("at a quick restart is counted", () => {
    const world = started();
    world.do({ type: "shutdown" });
    world.crash(10 * SECOND);
    expect(ask(world)).toBeNull();
    expect(answering(world, { kind: "keep" })[0]).toBeCloseTo(25.17, 1);
  });

  it("before the window opened on a session of the terminal is asked about", () => {
    const world = started();
    world.state = STILL;
    world.do({ type: "restart", running: world.running });
    expect(ask(world)).toEqual({ why: "crash", minutes: 20 });
  });

  it("is a session of its own where another one stands between, and never covers that", () => {
    const world = new World();
    world.do({ type: "start", module: rafts });
    world.setClock(30_001);
    world.do({ type: "stop" });
    world.do({ type: "start", module: rafts, ago: MINUTE });
    world.do({ type: "answer", answer: { kind: "keep" } });
    world.setClock(5_001);
    world.work(25_000);
    world.do({ type: "stop" });
    world.do({ type: "answer", answer: { kind: "keep" } });
    expect(overlapsOf(world.sessions)).toEqual([]);
    expect(world.minutes("Rafts")).toBeCloseTo(1.5, 3);
  });

  it("is nobody's question any more once the terminal stopped the session", () => {
    const world = started();
    world.sleep(HOUR);
    world.do({ type: "changed", running: null });
    expect(ask(world)).toBeNull();
    expect(world.state.running).toBeNull();
  });
});

describe("a clock that jumps", () => {
  it("back costs no minute and gives no negative session", () => {
    const world = started();
    world.wallAhead -= HOUR;
    world.work(10 * MINUTE);
    world.do({ type: "stop" });
    expect(world.minutes("Rafts")).toBe(30);
    expect(questionOf(world.state)).toBeNull();
    world.do({ type: "start", module: sails });
    world.work(10 * MINUTE);
    world.do({ type: "stop" });
    expect(world.minutes("Sails")).toBe(10);
    expect(overlapsOf(world.sessions)).toEqual([]);
  });

  it("forward is asked about, and invents nothing", () => {
    const world = started();
    world.wallAhead += HOUR;
    world.work(HEARTBEAT);
    expect(questionOf(world.state)?.why).toBe("clock");
    world.do({ type: "stop" });
    expect(world.minutes("Rafts")).toBe(20);
  });

  it("with the zone or at a change of daylight saving makes no difference", () => {
    for (const epoch of [Date.UTC(2026, 2, 29, 0, 50), Date.UTC(2026, 9, 25, 0, 50), Date.UTC(2026, 10, 22, 22, 50)]) {
      const world = new World(epoch);
      world.do({ type: "start", module: rafts });
      world.work(20 * MINUTE);
      world.zone = losAngeles;
      world.work(20 * MINUTE);
      world.do({ type: "stop" });
      expect(world.minutes("Rafts")).toBe(40);
    }
  });
});

describe("10,000 histories of starts, stops, pauses, sleeps, crashes and jumping clocks", () => {
  const length = fc.oneof(fc.integer({ min: 1, max: 90 * SECOND }), fc.integer({ min: MINUTE, max: 3 * HOUR }));
  const module = fc.constantFrom(...modules);
  const answers: fc.Arbitrary<Answer> = fc.oneof(
    fc.constant<Answer>({ kind: "keep" }),
    fc.record({ kind: fc.constant("cut" as const), goOn: fc.boolean() }),
    fc.record({ kind: fc.constant("give" as const), module, goOn: fc.boolean() }),
    fc.constant<Answer>({ kind: "discard" }),
  );
  type Act = (world: World) => void;
  const event =
    (given: ClockEvent): Act =>
    (world) =>
      world.do(given);
  const act: fc.Arbitrary<Act> = fc.oneof(
    {
      weight: 3,
      arbitrary: length.map(
        (ms): Act =>
          (world) =>
            world.work(ms),
      ),
    },
    { weight: 3, arbitrary: module.map((one): Act => event({ type: "start", module: one })) },
    {
      weight: 1,
      arbitrary: fc.tuple(module, length).map(([one, ago]): Act => event({ type: "start", module: one, ago })),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom<ClockEvent>({ type: "stop" }, { type: "pause" }, { type: "resume" }).map(event),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom<ClockEvent>({ type: "lock" }, { type: "unlock" }, { type: "shutdown" }).map(event),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(length, fc.boolean()).map(
        ([ms, told]): Act =>
          (world) =>
            world.sleep(ms, told),
      ),
    },
    { weight: 1, arbitrary: fc.constant<Act>((world) => world.sleep(8 * HOUR)) },
    {
      weight: 1,
      arbitrary: fc.integer({ min: 0, max: 40 }).map(
        (minutes): Act =>
          (world) =>
            world.idle(minutes * MINUTE),
      ),
    },
    {
      weight: 1,
      arbitrary: length.map(
        (ms): Act =>
          (world) =>
            world.crash(ms),
      ),
    },
    {
      weight: 2,
      arbitrary: fc.integer({ min: -HOUR, max: HOUR }).map(
        (ms): Act =>
          (world) =>
            world.setClock(ms),
      ),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom(berlin, losAngeles).map(
        (zone): Act =>
          (world) =>
            world.travel(zone),
      ),
    },
    { weight: 2, arbitrary: answers.map((answer): Act => event({ type: "answer", answer })) },
    { weight: 1, arbitrary: fc.constant<Act>((world) => world.do({ type: "changed", running: world.running })) },
  );
  const epoch = fc.constantFrom(
    Date.UTC(2026, 2, 29, 0, 30),
    Date.UTC(2026, 9, 25, 0, 30),
    Date.UTC(2026, 10, 23, 22, 30),
  );

  it("never give a negative or overlapping session, nor more time than passed", () => {
    fc.assert(
      fc.property(epoch, fc.array(act, { maxLength: 25, size: "max" }), (from, acts) => {
        const world = new World(from);

        for (const one of acts) one(world);
        world.do({ type: "stop" });
        const { sessions } = world;
        expect(overlapsOf(sessions)).toEqual([]);
        for (const { start, end } of sessions) {
          expect(end).not.toBeNull();
          expect(parseInstant(end ?? "")).toBeGreaterThanOrEqual(parseInstant(start));
        }
        // Their order in the file is their order in time, whatever the clock did.
        const kept = world.log;
        expect([...kept].sort(compareRecords)).toEqual(kept);
      }),
      { numRuns: 10_000 },
    );
  }, 240_000);

  it("never count more than passed where nobody keeps what is in doubt", () => {
    const honest = fc.array(act, { maxLength: 25, size: "max" });
    fc.assert(
      fc.property(honest, (acts) => {
        const world = new World();
        const cutAll = () => world.do({ type: "answer", answer: { kind: "cut", goOn: true } });
        for (const one of acts) {
          one(world);
          cutAll();
        }
        world.do({ type: "stop" });
        cutAll();
        const total = ["Rafts", "Sails", "Lab"].reduce((sum, title) => sum + world.minutes(title), 0);
        // "started N minutes ago" reaches at most three hours before the first second.
        expect(total).toBeLessThanOrEqual(world.real / MINUTE + 180);
      }),
      { numRuns: 2_000 },
    );
  });

  it("lose at most one heartbeat at a crash", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3 * HOUR }), length, (worked, away) => {
        const world = new World();
        world.do({ type: "start", module: rafts });
        world.work(worked);
        world.crash(Math.max(away, 2 * MINUTE));
        world.do({ type: "answer", answer: { kind: "cut" } });
        const lost = worked / MINUTE - world.minutes("Rafts");
        expect(lost).toBeGreaterThanOrEqual(0);
        expect(lost).toBeLessThanOrEqual(0.5);
      }),
    );
  });
});
