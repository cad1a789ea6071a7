const open = "<<<<<<< ";
const between = "=======";
const close = ">>>>>>> ";

/**
 * The two texts that stand between markers in a merge with conflicts (core/draft/update.ts): the file as it is, and the
 * draft. What is outside of markers stands in both.
 */
export const bothTexts = (merged: string): { readonly file: string; readonly draft: string } => {
  const file: string[] = [];
  const draft: string[] = [];
  let side: "both" | "file" | "draft" = "both";
  for (const line of merged.split("\n")) {
    if (side === "both" && line.startsWith(open)) side = "file";
    else if (side === "file" && line === between) side = "draft";
    else if (side === "draft" && line.startsWith(close)) side = "both";
    else {
      if (side !== "draft") file.push(line);
      if (side !== "file") draft.push(line);
    }
  }
  return { file: file.join("\n"), draft: draft.join("\n") };
};
