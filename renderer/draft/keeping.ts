import { create } from "zustand";
import type { DraftForm, Output } from "#core/api.ts";
import { bridge } from "../bridge.ts";
import { notify, notifyFailure } from "../state/notices.ts";
import { openDialog } from "../state/ui.ts";
import { draftName } from "./draft-name.ts";
import { type DraftPart, showDraft, startAnew, useDraft } from "./draft-store.ts";

interface KeptState {
  /** The drafts of `.lectern/drafts`, by name; null before they are read. */
  readonly drafts: Output<"listDrafts"> | null;
  /** Whether the draft that is worked on is in its file as it is. */
  readonly saved: boolean;
}

/** The drafts that are kept. */
export const useKept = create<KeptState>(() => ({ drafts: null, saved: true }));

/** Reads the kept drafts. */
export async function readKept(): Promise<void> {
  const result = await bridge.listDrafts(undefined);
  if (result.ok) useKept.setState({ drafts: result.value });
  else notifyFailure(result.error);
}

/** Milliseconds after the last change until a kept draft is saved. */
const saveDelay = 400;
let timer: ReturnType<typeof setTimeout> | undefined;
let saving: Promise<unknown> = Promise.resolve();

useDraft.subscribe((now, before) => {
  if (now.name === null || now.name !== before.name || now.form === before.form) return;
  useKept.setState({ saved: false });
  clearTimeout(timer);
  timer = setTimeout(() => void saveKept(), saveDelay);
});

/** Saves the draft that is worked on, where it is kept and has changed. One save at a time. */
export async function saveKept(): Promise<void> {
  clearTimeout(timer);
  const { name, form } = useDraft.getState();
  if (name === null || useKept.getState().saved) return;
  const turn = saving.then(() => save(name, form));
  saving = turn;
  await turn;
}

async function save(name: string, draft: DraftForm): Promise<boolean> {
  const result = await bridge.saveDraft({ name, draft });
  if (!result.ok) notifyFailure(result.error);
  else if (useDraft.getState().form === draft) useKept.setState({ saved: true });
  return result.ok;
}

/** Asks for a name and keeps the draft under it. */
export function keepDraft(): void {
  const { preview } = useDraft.getState();
  const slug = preview?.fields.slug;
  openDialog({
    kind: "ask",
    title: "Keep this draft",
    label: "Name",
    button: "Keep",
    initial: typeof slug === "string" ? draftName(slug) : "",
    hint: "It lies in .lectern/drafts, refers to the notes, and is saved as you change it.",
    submit: async (text) => {
      const name = draftName(text);
      if (name === "") return "Use letters or digits for the name.";
      await readKept();
      if (useKept.getState().drafts?.some((kept) => kept.name === name))
        return `A draft of the name ${name} is kept already. Choose another name.`;
      const { form } = useDraft.getState();
      const result = await bridge.saveDraft({ name, draft: form });
      if (!result.ok) return `${result.error.message} ${result.error.action}`;
      useDraft.setState({ name });
      useKept.setState({ saved: useDraft.getState().form === form });
      await readKept();
      return null;
    },
  });
}

/** What is done before another draft takes the place of this one: a kept one is saved, another can be brought back. */
async function leaveDraft(): Promise<void> {
  const { name, form, preview } = useDraft.getState();
  if (name !== null) await saveKept();
  else if (form.parts.length > 0)
    notify({
      kind: "news",
      message: `The draft “${preview?.title ?? "without a title"}” was not kept.`,
      advice: null,
      buttons: [{ label: "Bring it back", run: () => showDraft(null, form) }],
    });
}

/** Begins another draft, with the sections of `first`. */
export async function beginAnew(first: readonly DraftPart[] = []): Promise<void> {
  await leaveDraft();
  startAnew(first);
}

/** Opens a kept draft in place of the one that is worked on. */
export async function openKept(name: string, form: DraftForm): Promise<void> {
  await leaveDraft();
  showDraft(name, form);
  useKept.setState({ saved: true });
}

/** Moves a kept draft to the system's trash; the draft that is worked on goes on without a name. */
export async function trashKept(name: string): Promise<void> {
  if (useDraft.getState().name === name) {
    clearTimeout(timer);
    await saving;
    useDraft.setState({ name: null });
  }
  const result = await bridge.trashDraft({ name });
  if (!result.ok) notifyFailure(result.error);
  else
    notify({
      kind: "news",
      message: `The draft ${name} is in the trash.`,
      advice: "Its notes were not touched.",
      buttons: [],
    });
  await readKept();
}
