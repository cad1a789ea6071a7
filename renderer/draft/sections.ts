import { useEffect, useState } from "react";
import type { DraftForm, SectionInfo } from "#core/api.ts";
import { bridge } from "../bridge.ts";
import { notifyFailure } from "../state/notices.ts";
import { heldText } from "../state/saving.ts";

/** Reads the sections of a note as it is in the window, saved or not; null when it can't be read, which is said. */
export async function readSections(id: string): Promise<readonly SectionInfo[] | null> {
  const text = heldText(id);
  const result = await bridge.listSections({ id, ...(text === null ? {} : { text }) });
  if (result.ok) return result.value;
  notifyFailure(result.error);
  return null;
}

/** The sections of a note; null while they are being read, and where no note is asked for. */
export function useSections(id: string | null): readonly SectionInfo[] | null {
  const [read, setRead] = useState<{ readonly id: string; readonly sections: readonly SectionInfo[] } | null>(null);
  useEffect(() => {
    let left = false;
    if (id !== null)
      void readSections(id).then((sections) => {
        if (!left) setRead({ id, sections: sections ?? [] });
      });
    return () => {
      left = true;
    };
  }, [id]);
  return read?.id === id ? read.sections : null;
}

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
