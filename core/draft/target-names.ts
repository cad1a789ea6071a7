/** The blog systems that a draft can be exported for. Apart from their code, which the window does not need. */
export const draftTargetNames = ["markdown", "hugo", "jekyll", "astro", "devto", "hashnode", "html"] as const;

/** The name of a target. */
export type DraftTarget = (typeof draftTargetNames)[number];
