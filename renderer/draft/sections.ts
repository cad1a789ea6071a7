import { useEffect, useState } from "react";
import type { SectionInfo } from "#core/api.ts";
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
