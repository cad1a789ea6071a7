/** How a note writes its modules. */
export type ModuleForm = "heading" | "numbered" | "bullet" | "quote" | "bold" | "link" | "line" | "table" | "none";

/** Where a note writes its times. */
export type TimeForm = "dash" | "parentheses" | "link-text" | "body-line" | "list-on-top" | "table" | "none";

/** The way of writing that was inferred from a note, or chosen for it. */
export interface Notation {
  readonly modules: ModuleForm;
  readonly times: TimeForm;
  /** 0 to 1: how sure the reading is. */
  readonly confidence: number;
  /** One line in words, for the status bar: `modules: numbered items, times: "- N min"`. */
  readonly words: string;
}
