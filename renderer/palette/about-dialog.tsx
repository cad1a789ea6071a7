import { useNotebook } from "../state/notebook.ts";
import { closeDialog } from "../state/ui.ts";
import { Dialog } from "../ui/dialog.tsx";

/** What this is, which version, and where its log file lies. */
export function AboutDialog() {
  const { version, logFile } = useNotebook();
  return (
    <Dialog
      title="Lectern"
      words="Read, edit and keep time on the course notes you already have."
      onClose={closeDialog}
    >
      <dl className="facts figures">
        <div className="fact">
          <dt>version</dt>
          <dd>{version}</dd>
        </div>
        <div className="fact fact-long">
          <dt>log file</dt>
          <dd className="path">{logFile}</dd>
        </div>
        <div className="fact">
          <dt>license</dt>
          <dd>MIT</dd>
        </div>
      </dl>
    </Dialog>
  );
}
