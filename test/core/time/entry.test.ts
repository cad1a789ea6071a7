import { describe, expect, it } from "vitest";
import { parseEntry } from "#core/time/entry.ts";
import { formatInstant } from "#core/time/instant.ts";
import { namedZone } from "./zones.ts";

const berlin = namedZone("Europe/Berlin");
/** Tuesday, 24 November 2026, 15:30 in Berlin. */
const now = Date.UTC(2026, 10, 24, 14, 30);

const typed = (text: string, zone = berlin, at = now): string => {
  const entry = parseEntry(text, at, zone);
  if (!entry.ok) return entry.why;
  return [entry.value.from, entry.value.to].map((one) => formatInstant(one, zone).slice(0, 16)).join(" ");
};

describe("time as people type it", () => {
  it.each([
    ["45m yesterday 14:00", "2026-11-23T14:00 2026-11-23T14:45"],
    ["yesterday 14:00 45m", "2026-11-23T14:00 2026-11-23T14:45"],
    ["9:10-10:05", "2026-11-24T09:10 2026-11-24T10:05"],
    ["9.10 – 10.05", "2026-11-24T09:10 2026-11-24T10:05"],
    ["from 9 to 10", "2026-11-24T09:00 2026-11-24T10:00"],
    ["9am-10:30am", "2026-11-24T09:00 2026-11-24T10:30"],
    ["1-3pm", "2026-11-24T13:00 2026-11-24T15:00"],
    ["11-1pm", "2026-11-24T11:00 2026-11-24T13:00"],
    ["12am-1am", "2026-11-24T00:00 2026-11-24T01:00"],
    ["1h30 today", "2026-11-24T14:00 2026-11-24T15:30"],
    ["1h30", "2026-11-24T14:00 2026-11-24T15:30"],
    ["1.5 hours", "2026-11-24T14:00 2026-11-24T15:30"],
    ["1 hour and 30 minutes", "2026-11-24T14:00 2026-11-24T15:30"],
    ["an hour and a half", "2026-11-24T14:00 2026-11-24T15:30"],
    ["45m", "2026-11-24T14:45 2026-11-24T15:30"],
    ["half an hour ago", "2026-11-24T15:00 2026-11-24T15:30"],
    ["20 min ago", "2026-11-24T15:10 2026-11-24T15:30"],
    ["45m, 2 hours ago", "2026-11-24T13:30 2026-11-24T14:15"],
    ["since 14:10", "2026-11-24T14:10 2026-11-24T15:30"],
    ["14:10 - now", "2026-11-24T14:10 2026-11-24T15:30"],
    ["45 min until 14:00", "2026-11-24T13:15 2026-11-24T14:00"],
    ["2026-11-20 09:00-10:15", "2026-11-20T09:00 2026-11-20T10:15"],
    ["2026-11-20T22:30 - 2026-11-21T00:15", "2026-11-20T22:30 2026-11-21T00:15"],
    ["yesterday 23:30-00:20", "2026-11-23T23:30 2026-11-24T00:20"],
    ["monday 10:00 30m", "2026-11-23T10:00 2026-11-23T10:30"],
    ["last friday at 10:00 for 30m", "2026-11-20T10:00 2026-11-20T10:30"],
    ["3 days ago 8:00-8:30", "2026-11-21T08:00 2026-11-21T08:30"],
    ["20 Nov 9:00-9:30", "2026-11-20T09:00 2026-11-20T09:30"],
    ["December 1, 9:00-9:30", "2025-12-01T09:00 2025-12-01T09:30"],
    ["20.11. 9:00-9:30", "2026-11-20T09:00 2026-11-20T09:30"],
    ["11/20 9:00-9:30", "2026-11-20T09:00 2026-11-20T09:30"],
  ])("reads %s", (text, expected) => expect(typed(text)).toBe(expected));

  it.each([
    ["", /Nothing was typed/],
    ["45", /45 of what/],
    ["soonish", /"soonish" was not understood/],
    ["45m yesterday", /When on that day/],
    ["14:00", /until when/],
    ["yesterday", /How long/],
    ["16:00-17:00", /17:00 is still to come.*yesterday/],
    ["9:75-10:00", /no time 9:75/],
    ["25:00-26:00", /no time 25:00/],
    ["2026-02-30 9:00-10:00", /no day 2026-02-30/],
    ["5/6 9:00-10:00", /two ways/],
    ["0m", /no time at all/],
    ["45m 9:00-10:00", /contradict/],
    ["2026-11-01 9:00 - 2026-11-20 9:00", /one session has at most 24/],
    ["9:00-10:00 11:00", /more than one/],
  ])("says what is wrong with %j", (text, expected) => expect(typed(text)).toMatch(expected));

  it("goes by the clocks of the zone, also when they change", () => {
    const losAngeles = namedZone("America/Los_Angeles");
    expect(typed("2026-11-01 0:30-2:30", losAngeles)).toBe("2026-11-01T00:30 2026-11-01T02:30");
    const entry = parseEntry("2026-11-01 0:30-2:30", now, losAngeles);
    expect(entry.ok && entry.value.to - entry.value.from).toBe(3 * 3_600_000);
  });
});
