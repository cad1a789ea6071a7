import type { Handlers } from "../answer.ts";
import { appHandlers } from "./app.ts";
import type { WindowContext } from "./context.ts";
import { draftHandlers } from "./draft.ts";
import { noteHandlers } from "./notes.ts";
import { timeHandlers } from "./time.ts";

/** Everything one window can ask for, subject by subject. */
export const handlersFor = (context: WindowContext): Handlers => ({
  ...appHandlers(context),
  ...noteHandlers(context),
  ...timeHandlers(context),
  ...draftHandlers(context),
});
