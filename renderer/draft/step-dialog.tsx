import { useEffect, useState } from "react";
import type { DraftForm } from "#core/api.ts";
import { stepTitles } from "#core/draft/steps/step.ts";
import type { Failure } from "#core/result.ts";
import { Dialog } from "../ui/dialog.tsx";
import { aroundStep } from "./around-step.ts";
import { type DraftStep, useDraft } from "./draft-store.ts";
import { askFor } from "./follow.ts";
import { TextDifference } from "./text-difference.tsx";

const textOf = async (draft: DraftForm): Promise<{ text: string } | { failure: Failure }> => {
  const result = await askFor(draft);
  return result.ok ? { text: result.value.text } : { failure: result.error };
};

interface StepDialogProps {
  readonly step: DraftStep;
  readonly onClose: () => void;
}

/** What one step does to the draft, before and after, side by side. */
export function StepDialog({ step, onClose }: StepDialogProps) {
  const form = useDraft((state) => state.form);
  const [texts, setTexts] = useState<readonly [before: string, after: string] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    let left = false;
    const { before, after } = aroundStep(form, step);
    void Promise.all([textOf(before), textOf(after)]).then(([one, other]) => {
      if (left) return;
      if ("failure" in one) setFailure(one.failure);
      else if ("failure" in other) setFailure(other.failure);
      else setTexts([one.text, other.text]);
    });
    return () => {
      left = true;
    };
  }, [form, step]);
  return (
    <Dialog title={stepTitles[step]} wide="full" onClose={onClose}>
      {failure !== null && (
        <p className="form-problem" role="alert">
          {failure.message} {failure.action}
        </p>
      )}
      {texts !== null && texts[0] === texts[1] && <p className="dialog-words">It changes nothing in this draft.</p>}
      {texts !== null && texts[0] !== texts[1] && (
        <TextDifference before={["Before", texts[0]]} after={["After", texts[1]]} />
      )}
    </Dialog>
  );
}
