import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { versionsToKeep } from "#core/note/version-age.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const now = Date.UTC(2026, 10, 24, 12, 30);

describe("which versions are kept", () => {
  it("keeps every save of the hour, the last of each hour for a day, the last of each day for a month", () => {
    const ages = [0, 1, 2, 59].map((age) => age * minute);
    expect(
      versionsToKeep(
        ages.map((age) => now - age),
        now,
      ),
    ).toHaveLength(4);
    const earlier = [Date.UTC(2026, 10, 24, 9, 5), Date.UTC(2026, 10, 24, 9, 50), Date.UTC(2026, 10, 24, 10, 1)];
    expect(versionsToKeep(earlier, now)).toEqual(earlier.slice(1));
    const days = [Date.UTC(2026, 10, 20, 8), Date.UTC(2026, 10, 20, 20), Date.UTC(2026, 10, 21, 1)];
    expect(versionsToKeep(days, now)).toEqual(days.slice(1));
    expect(versionsToKeep([now - 31 * day, now - 2 * day], now)).toEqual([now - 2 * day]);
  });

  it("keeps the newest however old, and those of a clock that was set back", () => {
    expect(versionsToKeep([now - 400 * day, now - 300 * day], now)).toEqual([now - 300 * day]);
    expect(versionsToKeep([now + hour, now], now)).toEqual([now, now + hour]);
  });

  it("thins the same whether it is asked after every save or once", () => {
    const saves = fc.array(fc.integer({ min: 0, max: 40 * day }), { maxLength: 60 });
    fc.assert(
      fc.property(saves, (ages) => {
        const times = ages.map((age) => now - age).sort((a, b) => a - b);
        let kept: number[] = [];
        for (const time of times) kept = versionsToKeep([...kept, time], time);
        expect(versionsToKeep(kept, now)).toEqual(versionsToKeep(times, now));
      }),
      { numRuns: 300 },
    );
  });
});
