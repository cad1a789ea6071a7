import { useState } from "react";
import type { Output } from "#core/api.ts";
import { MINUTE, parseInstant } from "#core/time/instant.ts";
import { bridge } from "../bridge.ts";
import { notify } from "../state/notices.ts";
import { useTime } from "../state/time.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { shortMinutes } from "../ui/minutes.ts";
import { undoCorrection } from "./corrections.ts";
import { Grid, type GridColumn, type GridRow } from "./grid.tsx";
import { count, scopeNames } from "./names.ts";
import { whenWords } from "./session-words.ts";

interface ImportDialogProps {
  readonly preview: Output<"previewImport">;
  readonly onClose: () => void;
}

type Row = Output<"previewImport">["rows"][number];

const columns: readonly GridColumn[] = [
  { key: "when", title: "When" },
  { key: "length", title: "Time", numeric: true },
  { key: "module", title: "Module" },
  { key: "within", title: "Within" },
  { key: "what", title: "What happens" },
];

const rowOf = (row: Row | undefined, index: number): GridRow => {
  if (!row) return { key: "none", cells: [] };
  const { start, end, module, matched, duplicate } = row;
  const { name, within } = scopeNames(module);
  const what = duplicate ? "is there already" : matched ? "is added" : "is added, unplaced";
  return {
    key: String(index),
    className: duplicate ? "import-known" : "",
    cells: [
      { content: whenWords({ id: "", module, start, end, note: null }), className: "figures" },
      { content: shortMinutes((parseInstant(end) - parseInstant(start)) / MINUTE) },
      { content: name, title: name },
      { content: within, title: within, className: "grid-soft" },
      { content: what },
    ],
  };
};

/** What an import would add, before it does. */
export function ImportDialog({ preview, onClose }: ImportDialogProps) {
  const { token, rows, problems } = preview;
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const added = rows.filter(({ duplicate }) => !duplicate).length;
  const unmatched = rows.filter(({ duplicate, matched }) => !duplicate && !matched).length;
  const take = async (): Promise<void> => {
    setBusy(true);
    const result = await bridge.importTime({ token });
    setBusy(false);
    if (!result.ok) {
      setProblem(`${result.error.message} ${result.error.action}`);
      return;
    }
    useTime.setState(result.value);
    notify({
      kind: "news",
      message: `${count(added, "session")} ${added === 1 ? "was" : "were"} added.`,
      advice: null,
      buttons: [{ label: "Undo", run: undoCorrection }],
    });
    onClose();
  };
  const words = [
    `${count(rows.length, "session")} found: ${count(added, "new one")}, ${(rows.length - added).toLocaleString()} there already.`,
    ...(unmatched > 0
      ? [`The modules of ${count(unmatched, "session")} are in no note; they wait under “Unplaced”.`]
      : []),
  ];
  return (
    <Dialog title="Import sessions" words={words.join(" ")} wide onClose={onClose}>
      {problems.length > 0 && (
        <ul className="import-problems" aria-label="What could not be read">
          {problems.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      )}
      <Grid
        label="Sessions of the file"
        className="import-grid"
        columns={columns}
        count={rows.length}
        row={(index) => rowOf(rows[index], index)}
        onChoose={() => {}}
      >
        The file has no session in it.
      </Grid>
      {problem !== null && (
        <p className="form-problem" role="alert">
          {problem}
        </p>
      )}
      <div className="dialog-buttons">
        <Button onClick={onClose}>Cancel</Button>
        <Button look="main" disabled={busy || added === 0} onClick={() => void take()}>
          Add {count(added, "session")}
        </Button>
      </div>
    </Dialog>
  );
}
