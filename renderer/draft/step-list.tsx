import { lazy, Suspense, useState } from "react";
import { stepNames, stepTitles } from "#core/draft/steps/step.ts";
import { count } from "../report/names.ts";
import { Button } from "../ui/button.tsx";
import { type DraftStep, setStep, useDraft } from "./draft-store.ts";

const StepDialog = lazy(async () => ({ default: (await import("./step-dialog.tsx")).StepDialog }));

/** The steps from notes to prose, each with what it did, to be switched off. */
export function StepList() {
  const off = useDraft(({ form }) => form.off);
  const steps = useDraft(({ preview }) => preview?.steps);
  const [shown, setShown] = useState<DraftStep | null>(null);
  return (
    <section aria-labelledby="draft-steps-heading">
      <header className="draft-side-head">
        <h2 id="draft-steps-heading" className="draft-label">
          Steps
        </h2>
      </header>
      <ul className="draft-steps">
        {stepNames.map((name) => {
          const changes = steps?.find(({ step }) => step === name)?.changes ?? 0;
          const isOn = !off.includes(name);
          return (
            <li key={name} className="draft-step">
              <label className="draft-check">
                <input type="checkbox" checked={isOn} onChange={({ target: { checked } }) => setStep(name, checked)} />
                {stepTitles[name]}
              </label>
              {(changes > 0 || !isOn) && (
                <Button
                  look="quiet"
                  className="draft-step-changes figures"
                  aria-label={`Show what “${stepTitles[name]}” ${isOn ? "changed" : "would change"}`}
                  onClick={() => setShown(name)}
                >
                  {isOn ? count(changes, "change") : "off"}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      <Suspense fallback={null}>
        {shown !== null && <StepDialog step={shown} onClose={() => setShown(null)} />}
      </Suspense>
    </section>
  );
}
