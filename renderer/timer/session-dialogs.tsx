import type { ModulePath } from "#core/outline/tree.ts";
import type { Session } from "#core/time/session.ts";
import { typedSession, withSeconds } from "../report/typed-span.ts";
import { typeTime } from "../state/time.ts";
import { closeDialog } from "../state/ui.ts";
import { TextDialog } from "../ui/text-dialog.tsx";

const label = "When, and how long";

/** Asks for a session that was not timed, typed as people say it. */
export function AddSessionDialog({ module }: { readonly module: ModulePath }) {
  return (
    <TextDialog
      title={`Add a session to “${module.title}”`}
      label={label}
      hint="For example: 45m, 9:10-10:05, 45m yesterday 14:00"
      button="Add"
      onClose={closeDialog}
      onSubmit={(text) => typeTime({ kind: "add", module, text })}
    />
  );
}

/** Asks for the right time of a session. */
export function EditSessionDialog({ session }: { readonly session: Session }) {
  return (
    <TextDialog
      title={`Correct a session of “${session.module.title}”`}
      label={label}
      hint="For example: 9:10-10:05, or 45m yesterday 14:00"
      button="Correct"
      initial={typedSession(session)}
      onClose={closeDialog}
      onSubmit={(text) => typeTime({ kind: "set", id: session.id, text: withSeconds(text, session, Date.now()) })}
    />
  );
}
