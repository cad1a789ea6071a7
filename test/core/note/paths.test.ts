import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { conflictCopies } from "#core/note/conflict-copies.ts";
import { checkNewNotePath, freeCopyPath, isIgnoredFolder, isNoteName, noteNameOf, twinOf } from "#core/note/paths.ts";

describe("names of notes", () => {
  it("knows notes by their ending", () => {
    expect(["a.md", "a.MD", "a.markdown", ".md", "-x.md"].every(isNoteName)).toBe(true);
    expect(["a.mdx", "a.txt", "md", "a.md~", "a.md.bak"].some(isNoteName)).toBe(false);
    expect([".git", ".GIT", "node_modules", ".lectern"].every(isIgnoredFolder)).toBe(true);
    expect(isIgnoredFolder("git")).toBe(false);
    expect(noteNameOf("week 1/Raft.v2.md")).toBe("Raft.v2");
  });

  it.each([
    ["Raft", "Raft.md"],
    ["week 1/Raft.md", "week 1/Raft.md"],
    ["été/日本.markdown", "été/日本.markdown"],
    ["100% done.md", "100% done.md"],
    ["-x.md", "-x.md"],
    [`${"é".repeat(126)}.md`, `${"é".repeat(126)}.md`],
  ])("takes %s", (path, checked) => {
    expect(checkNewNotePath(path)).toEqual({ ok: true, value: checked });
  });

  it.each([
    "",
    " ",
    "/etc/x.md",
    "C:/x.md",
    "c:x.md",
    "../x.md",
    "a/../../x.md",
    "a/./x.md",
    "a//x.md",
    "a/",
    "..",
    ".",
    "a\\x.md",
    "..\\x.md",
    "a\0.md",
    "a\n.md",
    "%2e%2e/x.md",
    "a%2Fx.md",
    "a%5cx.md",
    "a%00.md",
    "a:b.md",
    "a?.md",
    "a*.md",
    'a".md',
    "a|.md",
    "<a>.md",
    "CON",
    "con.md",
    "aux.txt.md",
    "LPT1.md",
    "com¹.md",
    "nul/x.md",
    "CONIN$.md",
    "trail./x.md",
    "trail /x.md",
    " lead.md",
    ".md",
    ".git/x.md",
    ".Git/x.md",
    "node_modules/x.md",
    "a/.lectern/x.md",
    `${"é".repeat(127)}.md`,
    "\ud800.md",
  ])("refuses %j with a sentence", (path) => {
    expect(checkNewNotePath(path)).toMatchObject({ ok: false, error: { code: "bad-input" } });
  });

  it("lets no path out of the notebook", () => {
    const part = fc.oneof(fc.constantFrom("..", ".", "", "a", "%2e%2e", "\\", "..\\..", "C:", "\0"), fc.string());
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        const checked = checkNewNotePath(parts.join("/"));
        if (!checked.ok) return;
        expect(checked.value.split("/")).not.toContain("..");
        expect(checked.value.startsWith("/")).toBe(false);
        expect(checked.value).not.toMatch(/[\\\0]|%2e/i);
        expect(isNoteName(checked.value)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it("finds names that some systems take for the same", () => {
    expect(twinOf("raft.md", ["Raft.md", "raft.md"])).toBe("Raft.md");
    expect(twinOf("e\u0301.md", ["é.md"])).toBe("é.md");
    expect(twinOf("a.md", ["b.md", "a.md"])).toBeNull();
  });

  it("finds a free name for a copy", () => {
    expect(freeCopyPath("w/Raft.md", ["w/Raft.md"])).toBe("w/Raft copy.md");
    expect(freeCopyPath("Raft.md", ["raft Copy.md", "Raft copy 2.md"])).toBe("Raft copy 3.md");
  });
});

describe("copies made by sync programs", () => {
  it.each([
    ["w/Raft (Ann's conflicted copy 2026-11-24).md", "Dropbox"],
    ["w/Raft (conflicted copy 2026-11-24 101112).md", "Dropbox"],
    ["w/Raft (Case Conflict).md", "Dropbox"],
    ["w/Raft.sync-conflict-20261124-101112-ABCDEF7.md", "Syncthing"],
    ["w/Raft-DESKTOP-4F7QK2A.md", "OneDrive"],
    ["w/Raft-LAPTOP-4F7QK2A-2.md", "OneDrive"],
    ["w/Raft 2.md", "iCloud"],
  ])("knows %s", (copy, by) => {
    expect(conflictCopies(["w/Raft.md", copy])).toEqual([{ copy, of: "w/Raft.md", by }]);
    expect(conflictCopies(["other/Raft.md", copy])).toEqual([]);
  });

  it("takes ordinary names for what they are", () => {
    expect(conflictCopies(["Raft.md", "Raft (draft).md", "Raft-notes.md", "Raft 2026.md", "Week 2.md"])).toEqual([]);
  });
});
