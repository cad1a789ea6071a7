import { expect, it } from "vitest";
import { parseEntry } from "#core/time/entry.ts";
import { systemZone } from "#core/time/instant.ts";
import { sessionText } from "../../../renderer/timer/session-text.ts";

it("is read back to the same minutes", () => {
  const start = "2026-11-20T09:00:00Z";
  const end = "2026-11-20T10:15:00Z";
  const entry = parseEntry(sessionText({ start, end }), Date.parse("2026-11-24T12:00:00Z"), systemZone);
  expect(entry).toMatchObject({ ok: true, value: { from: Date.parse(start), to: Date.parse(end) } });
});
