import { expect, test } from "vitest";
import { Reading } from "#core/outline/reading.ts";

const cases: ReadonlyArray<readonly [line: string, title: string, times: string]> = [
  ["Why trees - 10 min", "Why trees", "planned 10"],
  ["***Video: Why trees?*** -- elapsed time: 20 mins", "Video: Why trees?", "spent 20"],
  ["Lab: Plant one (took ~15 minutes)", "Lab: Plant one", "spent 15"],
  ["Roots (Studied for one hour)", "Roots", "spent 60"],
  ["A tour of the [Forest](https://x.y/z)(Spent 2 hours)", "A tour of the Forest", "spent 120"],
  ["Forests in 5 minutes (5 minutes..ha)", "Forests in 5 minutes", "planned 5"],
  ["Forests in 5 Minutes", "Forests in 5 Minutes", ""],
  ["[Why trees? (10 min)](url)", "Why trees?", "planned 10"],
  ["-Bark(https://x.y/z)(1hour10min)", "Bark", "planned 70"],
  ["Bark 10mins", "Bark", "planned 10"],
  ["**Bark** *15 min*", "Bark", "planned 15"],
  ["[10 min] Bark", "Bark", "planned 10"],
  ["10 min - Bark", "Bark", "planned 10"],
  ["Bark - planned 30 min, spent 45 min", "Bark", "planned 30, spent 45"],
  ["Bark (10 min) (Round 2)", "Bark (Round 2)", "planned 10"],
  ["Bark (2 hours + 30 min)", "Bark", "planned 120, planned 30"],
  ["Lab: Bark - already done in Area 1", "Lab: Bark - already done in Area 1", ""],
  ["Time: 15 min", "", "planned 15"],
  ["***spent 20 min***", "", "spent 20"],
  ["*Cost 15 minutes, finished on Oct 3rd*", "", "spent 15"],
  ["Time: it takes me 35 minutes.", "", "spent 35"],
  ["Script took about a minute to process 5,000 rows", "Script took about a minute to process 5,000 rows", ""],
  ["Rinde – 1 Std. 30 Min.", "Rinde", "planned 90"],
  ["树皮（约10分钟）", "树皮", "planned 10"],
  ["Кора — 45 мин", "Кора", "planned 45"],
];

for (const [line, title, times] of cases) {
  test(`"${line}" names "${title}" with ${times === "" ? "no time" : times}`, () => {
    const reading = new Reading(line);
    expect(reading.title).toBe(title);
    expect(reading.times.map(({ kind, minutes }) => `${kind} ${minutes}`).join(", ")).toBe(times);
  });
}
