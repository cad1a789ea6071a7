import type { DraftForm, SectionInfo } from "#core/api.ts";

const rank = { other: 0, none: 1, study: 2 } as const;

/** Sections in the order in which they are likely to be a post: what is no study area first, study areas last. */
export const likeliestFirst = (sections: readonly SectionInfo[]): readonly SectionInfo[] =>
  [...sections].sort((a, b) => rank[a.area ?? "none"] - rank[b.area ?? "none"]);

/** A section as a part of a draft. */
export const partOf = (id: string, { path, line }: SectionInfo): DraftForm["parts"][number] => ({
  id,
  section: path.length <= 20 ? [...path] : path.slice(-20),
  line,
});

/** The innermost section that a 1-based line lies in. */
export const sectionAtLine = (sections: readonly SectionInfo[], line: number): SectionInfo | null =>
  sections.findLast((section) => section.line <= line && line <= section.endLine) ?? null;
