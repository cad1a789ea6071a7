import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { bothTexts } from "./both-texts.ts";
import type { Exported } from "./export-words.ts";
import { useExport } from "./exporting.ts";
import { TextDifference } from "./text-difference.tsx";

const close = (): void => useExport.setState({ conflicts: null });

/** Files of an export that were edited by hand where the draft changed as well: both texts, and nothing is written. */
export function ConflictDialog({ exported }: { readonly exported: Exported }) {
  return (
    <Dialog
      title="Edited by hand since the last export"
      words={`These files in ${exported.folder} were left as they are, because the draft changed at the same places. Take over what you need by hand, or move a file away and export again.`}
      wide="full"
      onClose={close}
    >
      {exported.conflicts.map(({ path, text }) => {
        const texts = text === null ? null : bothTexts(text);
        return (
          <section key={path} className="draft-conflict">
            <h3 className="path">{path}</h3>
            {texts === null ? (
              <p className="draft-quiet">The picture there is another one.</p>
            ) : (
              <TextDifference before={["The file as it is", texts.file]} after={["The draft", texts.draft]} />
            )}
          </section>
        );
      })}
      <div className="dialog-buttons">
        <Button look="main" onClick={close}>
          Leave them
        </Button>
      </div>
    </Dialog>
  );
}
