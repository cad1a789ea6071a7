import { describe, expect, it } from "vitest";
import type { NoteEntry } from "#core/api.ts";
import { noteRows } from "../../../renderer/notes/note-rows.ts";

const note = (path: string, outside = false): NoteEntry => ({
  id: path.replace(/\W/g, "_"),
  path,
  name: path.split("/").at(-1)?.replace(".md", "") ?? path,
  bytes: 1,
  modified: 0,
  outside,
});
const notes = [note("Week 10.md"), note("Week 2.md"), note("labs/b/deep.md"), note("labs/a.md"), note("link.md", true)];

describe("noteRows", () => {
  it("puts folders first and counts as people do", () => {
    expect(noteRows(notes, new Set()).map(({ depth, name, parent }) => `${depth} ${name} ${parent}`)).toEqual([
      "0 labs -1",
      "1 b 0",
      "2 deep 1",
      "1 a 0",
      "0 link -1",
      "0 Week 2 -1",
      "0 Week 10 -1",
    ]);
  });
  it("hides what lies in a folded folder, and keeps its row", () => {
    const rows = noteRows(notes, new Set(["labs"]));
    expect(rows.map(({ name }) => name)).toEqual(["labs", "link", "Week 2", "Week 10"]);
    expect(rows[0]).toMatchObject({ expanded: false, place: 1, size: 4 });
  });
  it("says of a link that it leads out", () => {
    expect(noteRows(notes, new Set()).find(({ name }) => name === "link")?.label).toContain("leads out");
  });
});
