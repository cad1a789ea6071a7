import { typedMinutes } from "#core/outline/shape/time.ts";
import { samePath } from "#core/time/places.ts";
import { plainMinutes } from "../ui/minutes.ts";
import { currentModule } from "./current-module.ts";
import { changeSettings, useSettings } from "./settings.ts";
import { startSession, typeTime, useTime } from "./time.ts";
import { openDialog } from "./ui.ts";

const longestAgo = 24 * 60;
const longestFocus = 600;

/** Asks how long ago the module at the cursor was begun, and starts its session there. */
export function askStart(): void {
  const module = currentModule();
  if (!module) return;
  openDialog({
    kind: "ask",
    title: `Start “${module.title}” some minutes ago`,
    label: "How long ago it began",
    button: "Start",
    initial: "10m",
    hint: "For example: 10, 25m, 1h30. What ran on another module ends there.",
    submit: async (text) => {
      const { running } = useTime.getState();
      if (running && samePath(running.module, module))
        return "The timer runs on this module already. Stop it, then correct its session.";
      const minutes = Math.round(typedMinutes(text) ?? Number.NaN);
      if (Number.isNaN(minutes)) return `“${text}” is no length of time. Type it as 10, 25m or 1h30.`;
      if (minutes > longestAgo) return "A session begins at most a day ago. Add an earlier one as a session.";
      // A failure is told by the notices; the dialog has nothing to mend.
      await startSession(module, minutes < 1 ? undefined : minutes);
      return null;
    },
  });
}

/** Asks for a note on the running session. */
export function askNote(): void {
  const { running } = useTime.getState();
  if (!running) return;
  openDialog({
    kind: "ask",
    title: `Note on the session of “${running.module.title}”`,
    label: "Note",
    button: "Keep",
    initial: running.note ?? "",
    hint: "It stands beside the session in every list and export.",
    submit: (note) => typeTime({ kind: "note", id: running.id, note }),
  });
}

/** Asks after how long a running session calls for a break. */
export function askFocus(): void {
  const { focusMinutes } = useSettings.getState();
  openDialog({
    kind: "ask",
    title: "Focus length",
    label: "Minutes until a break",
    button: "Set",
    initial: focusMinutes === null ? "off" : plainMinutes(focusMinutes),
    hint: "For example: 25, 50m, 1h30, or off. A notification comes at its end; the timer runs on.",
    submit: async (text) => {
      if (/^(off|none|never|0)$/iu.test(text)) {
        await changeSettings({ focusMinutes: null });
        return null;
      }
      const minutes = Math.round(typedMinutes(text) ?? 0);
      if (minutes < 1) return `“${text}” is no length of time. Type it as 25, 50m, 1h30 or off.`;
      if (minutes > longestFocus) return "The longest focus is ten hours.";
      await changeSettings({ focusMinutes: minutes });
      return null;
    },
  });
}
