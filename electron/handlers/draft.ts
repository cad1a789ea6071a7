import { fail } from "#core/result.ts";
import type { Handlers } from "../answer.ts";
import type { WindowContext } from "./context.ts";

/** Drafts of the window's notebook. */
export const draftHandlers = (_context: WindowContext): Pick<Handlers, "exportDraft"> => ({
  exportDraft: async () => fail("bad-input", "This is not built yet.", ""),
});
