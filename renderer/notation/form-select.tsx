import { useMemo } from "react";
import type { Choice } from "#core/outline/choice.ts";
import type { Notation } from "#core/outline/notation.ts";
import { type FormChoice, formsFor } from "./reading.ts";

interface FormSelectProps {
  readonly text: string;
  readonly notation: Notation;
  readonly choice: Choice;
  readonly onChoose: (modules: Choice["modules"]) => void;
}

const keyOf = ({ form, depth }: Pick<FormChoice, "form" | "depth">): string => `${form} ${depth ?? ""}`;

/** Lets the person say how the modules of the note are written. */
export function FormSelect({ text, notation, choice, onChoose }: FormSelectProps) {
  const forms = useMemo(() => {
    const found = formsFor(text);
    const { modules } = choice;
    const isListed = modules === null || found.some((form) => keyOf(form) === keyOf(modules));
    return isListed ? found : [...found, { ...modules, words: `${modules.form} (not in this note)` }];
  }, [text, choice]);
  const inferred = notation.words.replace(/^modules: /, "").replace(/, times:.*$/, "");
  return (
    <label className="notation-form">
      Modules are written as
      <select
        className="field"
        value={choice.modules === null ? "" : keyOf(choice.modules)}
        onChange={(event) => {
          const form = forms.find((each) => keyOf(each) === event.target.value);
          onChoose(form ? { form: form.form, depth: form.depth } : null);
        }}
      >
        <option value="">{choice.modules === null ? `as read: ${inferred}` : "as read"}</option>
        {forms.map((form) => (
          <option key={keyOf(form)} value={keyOf(form)}>
            {form.words}
          </option>
        ))}
      </select>
    </label>
  );
}
