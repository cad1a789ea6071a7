import type { DraftForm, DraftPreview } from "#core/api.ts";
import type { Result } from "#core/result.ts";

/** What a previewer needs of the rest. */
export interface PreviewerPort {
  /** The draft as it is now. */
  readonly form: () => DraftForm;
  readonly ask: (form: DraftForm) => Promise<Result<DraftPreview>>;
  /** Shows the answer; null for a draft without parts. */
  readonly show: (answer: Result<DraftPreview> | null) => void;
}

/** Milliseconds that changes are gathered for. */
export const previewDelay = 60;

/**
 * Keeps the preview of a draft up to date: soon after a change, one question at a time. An answer to a draft that has
 * changed since is dropped, and the draft as it is now is asked for at once.
 *
 * @returns to be called after every change.
 */
export const createPreviewer = ({ form, ask, show }: PreviewerPort): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking = false;
  let stale = false;

  const preview = async (): Promise<void> => {
    timer = undefined;
    if (asking) {
      stale = true;
      return;
    }
    const asked = form();
    if (asked.parts.length === 0) {
      show(null);
      return;
    }
    asking = true;
    stale = false;
    const answer = await ask(asked);
    asking = false;
    const isOld = form() !== asked;
    if (!isOld) show(answer);
    if (isOld || stale) await preview();
  };
  return () => {
    // Changes that come while the clock runs are seen by the question that it ends in: nothing is put off for ever.
    if (timer === undefined) timer = setTimeout(() => void preview(), previewDelay);
  };
};
