import { closeDialog } from "../state/ui.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";

interface ConfirmDialogProps {
  readonly title: string;
  /** What it will do, in a sentence. */
  readonly words: string;
  /** What the button for yes says. */
  readonly button: string;
  readonly run: () => void;
}

/** Asks before something is done. */
export function ConfirmDialog({ title, words, button, run }: ConfirmDialogProps) {
  return (
    <Dialog title={title} words={words} onClose={closeDialog}>
      <div className="dialog-buttons">
        <Button onClick={closeDialog}>Cancel</Button>
        <Button
          look="main"
          onClick={() => {
            closeDialog();
            run();
          }}
        >
          {button}
        </Button>
      </div>
    </Dialog>
  );
}
