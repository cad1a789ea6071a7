import { handleCommands } from "./commands.ts";
import { useNote } from "./note.ts";
import { openDialog } from "./ui.ts";

const hasNote = (): boolean => useNote.getState().note !== null;
const isWritable = (): boolean => useNote.getState().note?.readOnly === null;

/** A command that writes times into the text. Loaded with the first one: it brings the recogniser along. */
const times = (run: (written: typeof import("./written-time.ts")) => unknown) => ({
  enabled: isWritable,
  run: async () => run(await import("./written-time.ts")),
});

/** Gives the commands their meaning that look at the open note as a whole, write times into it, or take another note into it. */
export function handleNoteCommands(): void {
  handleCommands({
    "file.versions": { enabled: hasNote, run: () => openDialog({ kind: "versions" }) },
    "view.notation": { enabled: hasNote, run: () => openDialog({ kind: "notation" }) },
    "module.mergeBack": {
      enabled: isWritable,
      run: async () => (await import("./merge-back.ts")).mergeBack(),
    },
    "module.copyLinks": { enabled: hasNote, run: async () => (await import("./copy-links.ts")).copyLinks() },
    "module.setTime": times((written) => written.askTime()),
    "module.writeBack": times((written) => written.writeBackHere()),
    "module.writeAllBack": times((written) => written.writeBackAll()),
    "module.timeTable": times((written) => written.placeTable()),
  });
}
