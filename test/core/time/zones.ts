import type { Zone } from "#core/time/instant.ts";

/** A zone by its name, from the runtime's own tables: what the tests hold `instant.ts` against. */
export const namedZone = (name: string): Zone => {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: name,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  return (instant) => {
    const part = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
    const shown = Date.UTC(part.year ?? 0, (part.month ?? 1) - 1, part.day, part.hour, part.minute, part.second);
    return Math.round((shown - Math.floor(instant / 1000) * 1000) / 60_000);
  };
};
