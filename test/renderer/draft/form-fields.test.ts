import { expect, test } from "vitest";
import { type Fields, fieldsFrom, type WrittenFields } from "#core/draft/fields.ts";
import { draftTargetNames } from "#core/draft/target-names.ts";
import { targets } from "#core/draft/targets.ts";
import { fieldsOf, formFields, isDate, listFrom } from "../../../renderer/draft/form-fields.ts";

const suggested: Fields = { title: "Suggested", slug: "suggested", date: "2026-01-02T03:04:05+00:00" };
const written = (kind: string): string | string[] =>
  kind === "list" ? ["Quince"] : kind === "date" ? "2031-08-09" : "quince";
const exported = (target: (typeof draftTargetNames)[number], fields: WrittenFields): string => {
  const draft = { blocks: [], problems: [], minutes: 1 };
  const { files, document } = targets[target](draft, fieldsFrom(suggested, fields), { sanitise: (html) => html });
  return JSON.stringify([files, document]);
};

test.each(draftTargetNames)(
  "every field of the form for %s changes what is exported, and no other field would",
  (target) => {
    const changes = Object.entries(formFields)
      .filter(([name, { kind }]) => exported(target, { [name]: written(kind) }) !== exported(target, {}))
      .map(([name]) => name);
    // Hashnode shows the description where there is no subtitle; its form has the one field for both.
    const shared = target === "hashnode" ? ["description"] : [];
    expect(changes.filter((name) => !shared.includes(name)).sort()).toEqual([...fieldsOf[target]].sort());
  },
);

test("a list is words with commas between, and an empty one goes back to what is suggested", () => {
  expect(listFrom("docker, big data ,, ")).toEqual(["docker", "big data"]);
  expect(listFrom("docker,")).toEqual(["docker"]);
  expect(listFrom("  ")).toBeNull();
  // A comma alone says that there are none.
  expect(listFrom(",")).toEqual([]);
});

test.each([
  ["2026-03-31", true],
  ["2026-03-31T09:30+01:00", true],
  ["31.3.2026", false],
  ["2026-3-1", false],
])("%s as a date: %s, as the export takes it", (text, good) => {
  expect(isDate(text)).toBe(good);
  expect(fieldsFrom(suggested, { date: text }).date).toBe(good ? text : suggested.date);
});
