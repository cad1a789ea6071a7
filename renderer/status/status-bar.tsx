import { runCommand } from "../state/commands.ts";
import { useEditor } from "../state/editor.ts";
import { type OpenNote, useNote } from "../state/note.ts";
import { useOutline } from "../state/outline.ts";
import { useSaving } from "../state/saving.ts";

const lineEnds = { lf: "LF", crlf: "CRLF", cr: "CR", mixed: "mixed line ends" } as const;

/** The row at the bottom: saved or not, words, how the note was read, how its file is written. */
export function StatusBar() {
  const note = useNote((state) => state.note);
  return (
    <footer className="status-bar figures">
      {note !== null && (
        <>
          <SaveState note={note} />
          <Words />
          <HowRead />
          <span className="status-space" />
          <span title="Line ends of the file">{lineEnds[note.form.eol]}</span>
          <span title="Encoding of the file">
            {note.form.encoding.toUpperCase()}
            {note.form.bom && " with BOM"}
          </span>
        </>
      )}
    </footer>
  );
}

function SaveState({ note }: { readonly note: OpenNote }) {
  const status = useSaving((state) => state.notes[note.id]?.status);
  const [phase, words] = saveWords(note, status);
  return (
    <span className="save-state" data-phase={phase} role="status">
      {words}
    </span>
  );
}

function saveWords(
  note: OpenNote,
  status: ReturnType<typeof useSaving.getState>["notes"][string]["status"] | undefined,
): [string, string] {
  if (note.readOnly !== null) return ["read-only", "read only"];
  if (status === undefined) return ["saved", ""];
  if (status.conflict !== null) return ["failed", "not saved: changed on disk"];
  if (status.failure !== null) return ["failed", "not saved"];
  return [status.phase, status.phase === "saving" ? "saving…" : status.phase];
}

function Words() {
  const words = useEditor((state) => state.words);
  if (words === null) return null;
  const all = `${words.note.toLocaleString()} ${words.note === 1 ? "word" : "words"}`;
  return <span>{words.selection > 0 ? `${words.selection.toLocaleString()} of ${all}` : all}</span>;
}

function HowRead() {
  const notation = useOutline((state) => state.notation);
  if (notation === null || notation.words === "") return null;
  return (
    <button
      type="button"
      className="status-notation"
      title={`How this note was read: ${notation.words}`}
      onClick={() => runCommand("view.notation")}
    >
      {notation.words}
    </button>
  );
}
