/** The blog systems that a draft can be exported for. Apart from their code, which the window does not need. */
export const draftTargetNames = ["markdown", "hugo", "jekyll", "astro", "devto", "hashnode", "html", "docx"] as const;

/** The name of a target. */
export type DraftTarget = (typeof draftTargetNames)[number];

/** What the person may have in another way: TOML front matter (Hugo), a page's body alone (HTML). */
export const draftVariants = ["toml", "fragment"] as const;

/** The name of a variant. */
export type DraftVariant = (typeof draftVariants)[number];

/** The variants that each target has; the others have none. */
export const variantsOf: Readonly<Partial<Record<DraftTarget, readonly DraftVariant[]>>> = {
  hugo: ["toml"],
  html: ["fragment"],
};
