import type { DraftForm } from "#core/api.ts";
import { stepNames } from "#core/draft/steps/step.ts";

/** The draft as it is right before a step, and right after it: what comes later is left out of both. */
export const aroundStep = (
  form: DraftForm,
  step: DraftForm["off"][number],
): { readonly before: DraftForm; readonly after: DraftForm } => {
  const later = stepNames.slice(stepNames.indexOf(step) + 1);
  const off = [...new Set([...form.off.filter((name) => name !== step), ...later])];
  return { before: { ...form, off: [...off, step] }, after: { ...form, off } };
};
