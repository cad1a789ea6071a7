import { type ChangeEvent, useId, useState } from "react";
import { draftTargetNames, variantsOf } from "#core/draft/target-names.ts";
import { type FieldValue, setField, setTarget, setVariant, useDraft } from "./draft-store.ts";
import { type FieldName, fieldsOf, formFields, isDate, listFrom, targetTitles, variantTitles } from "./form-fields.ts";

/** Where the post goes, and its front matter. What is left empty is as suggested. */
export function FieldForm() {
  const target = useDraft(({ form }) => form.target);
  const variants = useDraft(({ form }) => form.variants);
  const isDraft = useDraft(({ form }) => form.fields.draft === true);
  const name = useDraft((state) => state.name);
  return (
    <section aria-labelledby="draft-fields-heading" className="draft-fields">
      <header className="draft-side-head">
        <h2 id="draft-fields-heading" className="draft-label">
          Front matter
        </h2>
      </header>
      <label className="draft-field">
        <span>Export for</span>
        <select
          className="field"
          value={target}
          onChange={({ target: { value } }) => {
            const chosen = draftTargetNames.find((each) => each === value);
            if (chosen) setTarget(chosen);
          }}
        >
          {draftTargetNames.map((each) => (
            <option key={each} value={each}>
              {targetTitles[each]}
            </option>
          ))}
        </select>
      </label>
      {variantsOf[target]?.map((each) => (
        <label key={each} className="draft-check">
          <input
            type="checkbox"
            checked={variants?.includes(each) ?? false}
            onChange={({ target: { checked } }) => setVariant(each, checked)}
          />
          {variantTitles[each]}
        </label>
      ))}
      {fieldsOf[target].map((field) => (
        <Field key={`${name} ${field}`} name={field} />
      ))}
      <label className="draft-check">
        <input
          type="checkbox"
          checked={isDraft}
          onChange={({ target: { checked } }) => setField("draft", checked ? true : null)}
        />
        Mark as a draft even when it is ready
      </label>
    </section>
  );
}

const wordsOf = (value: unknown): string =>
  Array.isArray(value) ? value.join(", ") : typeof value === "string" ? value : "";

function Field({ name }: { readonly name: FieldName }) {
  const { label, kind, ...more } = formFields[name];
  const hint = "hint" in more ? more.hint : undefined;
  const written = useDraft(({ form }) => form.fields[name]);
  // Where a post has no subtitle of its own, Hashnode shows the description as one.
  const suggested = useDraft(
    ({ preview }) => preview?.fields[name] ?? (name === "subtitle" && preview?.fields.description),
  );
  const id = useId();
  const hintId = `${id}hint`;
  // A list is shown as it is typed, with the comma that waits for the next word.
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? wordsOf(written);
  const isWrong = kind === "date" && text !== "" && !isDate(text);
  const onChange = ({ target: { value } }: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>): void => {
    setTyped(value);
    setField(name, meaning(kind, value));
  };
  const field = {
    id,
    className: "field",
    value: text,
    placeholder: kind === "date" ? wordsOf(suggested).slice(0, 10) : wordsOf(suggested),
    spellCheck: kind === "lines",
    "aria-invalid": isWrong,
    ...(isWrong || hint !== undefined ? { "aria-describedby": hintId } : {}),
    onChange,
    onBlur: () => setTyped(null),
  };
  return (
    <div>
      <div className="draft-field">
        <label htmlFor={id}>{label}</label>
        {kind === "lines" ? <textarea {...field} rows={4} /> : <input {...field} type="text" />}
      </div>
      {(isWrong || hint !== undefined) && (
        <p id={hintId} className={isWrong ? "form-problem" : "draft-hint"}>
          {isWrong ? "Write a day like 2026-03-31." : hint}
        </p>
      )}
    </div>
  );
}

const meaning = (kind: string, text: string): FieldValue | null => {
  if (kind === "list") return listFrom(text);
  return text.trim() === "" ? null : text;
};
