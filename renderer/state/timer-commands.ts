import { handleCommands } from "./commands.ts";
import { currentModule } from "./current-module.ts";
import { useTime } from "./time.ts";

/** A question about the timer. Loaded with the first one. */
const asking = (ask: (questions: typeof import("./timer-questions.ts")) => unknown, enabled: () => boolean) => ({
  enabled,
  run: async () => ask(await import("./timer-questions.ts")),
});

/** Gives the commands of the timer their meaning that ask for something first. */
export function handleTimerCommands(): void {
  handleCommands({
    "module.startAgo": asking(
      (questions) => questions.askStart(),
      () => currentModule() !== null,
    ),
    "module.noteSession": asking(
      (questions) => questions.askNote(),
      () => useTime.getState().running !== null,
    ),
    "module.focusLength": asking(
      (questions) => questions.askFocus(),
      () => true,
    ),
  });
}
