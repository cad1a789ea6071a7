import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayBars } from "../../../renderer/report/day-bars.ts";

/** Left edge, thickness and height of each bar in a path. */
const barsIn = (path: string) =>
  [...path.matchAll(/M([\d.]+) 100v-([\d.]+)h([\d.]+)/g)].map(([, left, tall, thick]) => ({
    left: Number(left),
    tall: Number(tall),
    thick: Number(thick),
  }));

describe("the bars of a chart over time", () => {
  it("are as tall as their minutes on a round scale, and none where there is no time", () => {
    const { path, ticks } = dayBars([30, 0, 60], 300, 100);
    expect(barsIn(path).map(({ tall }) => tall)).toEqual([50, 100]);
    expect(ticks.map(({ minutes, y }) => [minutes, y])).toEqual([
      [0, 100],
      [15, 75],
      [30, 50],
      [45, 25],
      [60, 0],
    ]);
  });

  it("can be seen however few minutes they are", () => {
    expect(barsIn(dayBars([1, 1_000], 100, 100).path)[0]?.tall).toBeGreaterThanOrEqual(1.5);
  });

  it("fill the room, and go beyond it where they would be too narrow to tell apart", () => {
    expect(dayBars([1, 2, 3, 4], 400, 100).width).toBe(400);
    expect(dayBars(Array(1_000).fill(1), 400, 100).width).toBe(5_000);
  });

  it("never overlap or leave the chart", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2_000), { maxLength: 400 }), fc.integer({ min: 50, max: 2_000 }), (minutes, room) => {
        const { path, width, step } = dayBars(minutes, room, 100);
        let end = 0;
        for (const { left, tall, thick } of barsIn(path)) {
          expect(left).toBeGreaterThanOrEqual(end - 0.1);
          expect(tall).toBeLessThanOrEqual(100);
          expect(thick).toBeLessThanOrEqual(step);
          end = left + thick;
        }
        expect(end).toBeLessThanOrEqual(width + 0.1);
      }),
      { numRuns: 50 },
    );
  });
});
