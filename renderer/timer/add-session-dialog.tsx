import type { ModulePath } from "#core/outline/tree.ts";
import { addSession } from "../state/time.ts";
import { closeDialog } from "../state/ui.ts";
import { TextDialog } from "../ui/text-dialog.tsx";

/** Asks for a session that was not timed, typed as people say it. */
export function AddSessionDialog({ module }: { readonly module: ModulePath }) {
  return (
    <TextDialog
      title={`Add a session to “${module.title}”`}
      label="When, and how long"
      hint="For example: 45m, 9:10-10:05, 45m yesterday 14:00"
      button="Add"
      onClose={closeDialog}
      onSubmit={(text) => addSession(module, text)}
    />
  );
}
