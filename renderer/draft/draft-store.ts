import { create } from "zustand";
import type { DraftForm, DraftPreview } from "#core/api.ts";
import type { DraftTarget, DraftVariant } from "#core/draft/target-names.ts";
import type { Failure } from "#core/result.ts";

/** One chosen section, as the contract has it. */
export type DraftPart = DraftForm["parts"][number];
/** What a field of the form may hold. */
export type FieldValue = DraftForm["fields"][string];
/** A step that can be switched off. */
export type DraftStep = DraftForm["off"][number];

interface DraftState {
  /** The name that it is kept under; null while it is not kept. */
  readonly name: string | null;
  readonly form: DraftForm;
  /** What became of the form as it is or was a moment ago; null before the first answer. */
  readonly preview: DraftPreview | null;
  /** Why there is no newer preview. */
  readonly failure: Failure | null;
}

const emptyForm: DraftForm = { parts: [], target: "markdown", fields: {}, off: [] };

/** The draft that is worked on. It stays while another view is shown. */
export const useDraft = create<DraftState>(() => ({ name: null, form: emptyForm, preview: null, failure: null }));

const change = (more: Partial<DraftForm>): void => useDraft.setState(({ form }) => ({ form: { ...form, ...more } }));
const parts = (): DraftForm["parts"] => useDraft.getState().form.parts;

/** Puts another draft in the place of this one. */
export const showDraft = (name: string | null, form: DraftForm): void =>
  useDraft.setState({ name, form, preview: null, failure: null });

/** What a person's next draft has in common with this one. */
const lasting = ["author", "domain", "layout"];

/** Begins another draft: for the same target, with the same steps, by the same author. */
export const startAnew = (first: readonly DraftPart[] = []): void => {
  const { form } = useDraft.getState();
  const kept = Object.entries(form.fields).filter(([name]) => lasting.includes(name));
  showDraft(null, { ...form, parts: [...first], fields: Object.fromEntries(kept) });
};

/** Puts a section at the end of the draft. */
export const addPart = (part: DraftPart): void => change({ parts: [...parts(), part] });

/** Takes the part at an index out of the draft. */
export const removePart = (index: number): void => change({ parts: parts().filter((_part, at) => at !== index) });

/** Moves the part at an index to another index; one that is outside of the draft changes nothing. */
export const movePart = (from: number, to: number): void => {
  const moved = parts()[from];
  if (moved === undefined || to < 0 || to >= parts().length || from === to) return;
  const rest = parts().filter((_part, at) => at !== from);
  change({ parts: [...rest.slice(0, to), moved, ...rest.slice(to)] });
};

/** A note has another id now: its parts follow. */
export const movePartsOf = (from: string, to: string): void => {
  if (parts().some(({ id }) => id === from))
    change({ parts: parts().map((part) => (part.id === from ? { ...part, id: to } : part)) });
};

/** Chooses the blog system that the draft is for. */
export const setTarget = (target: DraftTarget): void => change({ target });

/** Asks the target for a variant, or for its usual way. */
export const setVariant = (variant: DraftVariant, on: boolean): void => {
  const others = (useDraft.getState().form.variants ?? []).filter((each) => each !== variant);
  change({ variants: on ? [...others, variant] : others });
};

/** Writes a field of the form; null goes back to what is suggested. */
export const setField = (name: string, value: FieldValue | null): void => {
  const { [name]: _before, ...rest } = useDraft.getState().form.fields;
  change({ fields: value === null ? rest : { ...rest, [name]: value } });
};

/** Switches a step on or off. */
export const setStep = (step: DraftStep, on: boolean): void => {
  const others = useDraft.getState().form.off.filter((each) => each !== step);
  change({ off: on ? others : [...others, step] });
};
