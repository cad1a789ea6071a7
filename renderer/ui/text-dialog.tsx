import { type FormEvent, useRef, useState } from "react";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";

interface TextDialogProps {
  readonly title: string;
  readonly label: string;
  readonly hint?: string;
  readonly button: string;
  readonly initial?: string;
  /** How much of `initial` is selected, in characters from its start; all of it by default. */
  readonly selected?: number;
  readonly onClose: () => void;
  /** Does what was asked. Returns the sentence that says why it could not, or null. */
  readonly onSubmit: (text: string) => Promise<string | null>;
}

/** Asks for one line of text, and stays open with the reason while it can't be used. */
export function TextDialog({ title, label, hint, button, initial = "", selected, onClose, onSubmit }: TextDialogProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const text = input.current?.value.trim() ?? "";
    if (text === "" || busy) return;
    setBusy(true);
    const why = await onSubmit(text);
    setBusy(false);
    if (why === null) onClose();
    else setProblem(why);
  };
  const prepare = (element: HTMLInputElement | null): void => {
    if (element && input.current === null) element.setSelectionRange(0, selected ?? initial.length);
    input.current = element;
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form className="form" onSubmit={(event) => void submit(event)}>
        <label className="form-label">
          {label}
          <input
            ref={prepare}
            className="field"
            type="text"
            defaultValue={initial}
            spellCheck={false}
            aria-invalid={problem !== null}
            aria-describedby="text-dialog-hint"
          />
        </label>
        <p
          id="text-dialog-hint"
          className={problem === null ? "form-hint" : "form-problem"}
          role={problem ? "alert" : undefined}
        >
          {problem ?? hint}
        </p>
        <div className="dialog-buttons">
          <Button onClick={onClose}>Cancel</Button>
          <Button look="main" type="submit" disabled={busy}>
            {button}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
