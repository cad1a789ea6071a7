import { expect, test } from "vitest";
import { durationAt } from "#core/outline/duration.ts";

const whole: Readonly<Record<string, number>> = {
  "45 min": 45,
  "90min": 90,
  "10 mins": 10,
  "15 Minuten": 15,
  "20 minutos": 20,
  "40 minuti": 40,
  "2 hour": 120,
  "1 hours": 60,
  "1h30": 90,
  "1 h 30": 90,
  "1h30m": 90,
  "1hr20": 80,
  "1.5 h": 90,
  "1,5 h": 90,
  "1½ hours": 90,
  "1/2 hour": 30,
  "1:30 hours": 90,
  "1 hr 30 min": 90,
  "1hour10min": 70,
  "1 hour and 30 minutes": 90,
  "1 hr. 20 min.": 80,
  "45-minute": 45,
  "half an hour": 30,
  "one hour": 60,
  "an hour": 60,
  "an hour and a half": 90,
  "three hours": 180,
  "10-15 min": 13,
  "1-2 hours": 90,
  "30 min to 1 hour": 45,
  "90 sec": 2,
  "3 min 20 sec": 3,
  "2 Std.": 120,
  "1 Std. 30 Min.": 90,
  "eine halbe Stunde": 30,
  "anderthalb Stunden": 90,
  "une heure": 60,
  "une heure et demie": 90,
  "2 heures": 120,
  "media hora": 30,
  "una hora y media": 90,
  "meia hora": 30,
  "mezz'ora": 30,
  "un'ora": 60,
  "1小时30分钟": 90,
  一个半小时: 90,
  半小时: 30,
  两小时: 120,
  三十分钟: 30,
  "1 个小时": 60,
  "2個小時": 120,
  "30分": 30,
  "1時間半": 90,
  "1時間30分": 90,
  "30분": 30,
  "1시간 30분": 90,
  "두 시간": 120,
  "1 ч 30 мин": 90,
  "полтора часа": 90,
  полчаса: 30,
  "2 часа": 120,
};

for (const [text, minutes] of Object.entries(whole)) {
  test(`"${text}" is ${minutes} minutes from end to end`, () => {
    expect(durationAt(text, 0)).toEqual({ minutes, from: 0, to: text.length });
  });
}

for (const text of ["5 miles", "in 5", "3分布", "1024 hugepages", "4 mice", "hour of code", "2018", "0 min", ""]) {
  test(`"${text}" is no duration`, () => {
    expect(durationAt(text, 0)).toBeNull();
  });
}
