import { recognise } from "#core/outline/recognise.ts";
import { toggleDone } from "#core/outline/shape/done.ts";
import { type DropPlace, dropDestination } from "#core/outline/shape/drop.ts";
import { extractNode } from "#core/outline/shape/extract.ts";
import { insertNode } from "#core/outline/shape/insert.ts";
import { duplicateNode, moveNode, stepAside, stepOver } from "#core/outline/shape/move.ts";
import { type NodeKind, type NodeRef, nodeOf } from "#core/outline/shape/node.ts";
import { pathMoves } from "#core/outline/shape/paths.ts";
import { renameNode } from "#core/outline/shape/rename.ts";
import {
  dropAll,
  markAllDone,
  moveAllAside,
  moveAllOver,
  outermost,
  type ShapedSeveral,
} from "#core/outline/shape/several.ts";
import { refAt as refOnLine, type Shapeable, type Shaped } from "#core/outline/shape/shaping.ts";
import type { Outline } from "#core/outline/tree.ts";
import type { Failure, Result } from "#core/result.ts";
import { bridge } from "../bridge.ts";
import { outlineTree } from "../outline/outline-tree.ts";
import { chooseNodes, chosenPlaces } from "./chosen.ts";
import { editor } from "./editor.ts";
import { choiceFor, readNotations } from "./notation.ts";
import { useNote } from "./note.ts";
import { listNotes } from "./notebook.ts";
import { notifyFailure } from "./notices.ts";
import type { NodePlace } from "./outline.ts";
import { saverOf } from "./saving.ts";
import { openDialog } from "./ui.ts";

/** The open note as shaping takes it. */
export type OpenNote = Shapeable & { readonly path: string; readonly id: string };

/**
 * The open note as it is at this moment, read anew: shaping must not rest on an outline that is a key behind. Null where it
 * can't be written, unless it is only for `reading`.
 */
export async function readOpenNote(reading = false): Promise<OpenNote | null> {
  const { note } = useNote.getState();
  const handle = editor();
  if (!note || !handle || (note.readOnly !== null && !reading)) return null;
  await readNotations();
  const choice = choiceFor(note.path);
  const text = handle.getText();
  const outline = recognise(text, choice ?? undefined);
  return { text, outline, path: note.path, id: note.id, ...(choice ? { choice } : {}) };
}

/** The innermost node that an offset lies in. */
export function refAt(outline: Outline, offset: number): NodeRef | null {
  const area = outline.areas.findLastIndex((each) => each.from <= offset && offset <= each.to);
  const inArea = outline.areas[area];
  if (!inArea) return null;
  const level = inArea.levels.findLastIndex((each) => each.from <= offset && offset <= each.to);
  const inLevel = inArea.levels[level];
  if (!inLevel) return { area };
  const module = inLevel.modules.findLastIndex((each) => each.from <= offset && offset <= each.to);
  return module < 0 ? { area, level } : { area, level, module };
}

/** What a command does with a node; null does nothing. */
export type Step = (note: Shapeable, ref: NodeRef) => Result<Shaped> | null;

const refOf = ({ text, outline }: Shapeable, { kind, offset }: NodePlace): NodeRef | null =>
  refOnLine(outline, text.slice(0, offset).split("\n").length, kind);

/** The chosen nodes, else the one at the cursor. */
export const chosenRefs = (note: Shapeable): readonly NodeRef[] => {
  const places = chosenPlaces();
  const refs = places.length > 0 ? places.map((place) => refOf(note, place)) : [refAt(note.outline, cursor())];
  return refs.filter((ref) => ref !== null);
};

const cursor = (): number => editor()?.place().head ?? 0;

/** Why a command finds nothing to be done with. */
export const nothingHere: Failure = {
  code: "bad-input",
  message: "The cursor is in no module, level or area that could be changed.",
  action: "Go to one in the outline first.",
};

/**
 * Runs a shaping command on a node (the one at the cursor, unless given) as one change and one undo; sessions of what
 * was moved or renamed follow. Returns why it could not be done, or null.
 */
export async function shape(step: Step, place?: NodePlace, follow = true): Promise<Failure | null> {
  const note = await readOpenNote();
  const handle = editor();
  const at = (each: Shapeable) => (place ? refOf(each, place) : refAt(each.outline, cursor()));
  const ref = note && handle ? at(note) : null;
  if (!note || !handle || !ref) return nothingHere;
  const shaped = step(note, ref);
  if (shaped === null) return null;
  if (!shaped.ok) return shaped.error;
  handle.applyChanges(shaped.value.changes, { addToHistory: true, userEvent: "move.outline" });
  handle.goTo(shaped.value.at, { focus: false, align: "nearest" });
  const moves = follow ? pathMoves(note.path, note, ref, shaped.value) : [];
  if (moves.length > 0) {
    const moved = await bridge.moveModules({ moves });
    if (!moved.ok) return moved.error;
  }
  return null;
}

/**
 * Runs a shaping command on all the chosen nodes as one change and one undo; they stay chosen, and the sessions of what was
 * moved follow. Returns why it could not be done, or null.
 */
async function shapeChosen(
  step: (note: Shapeable, refs: readonly NodeRef[]) => Result<ShapedSeveral>,
): Promise<Failure | null> {
  const note = await readOpenNote();
  const handle = editor();
  if (!note || !handle) return nothingHere;
  const refs = outermost(chosenRefs(note));
  const shaped = step(note, refs);
  if (!shaped.ok) return shaped.error;
  const { changes, text, outline, refs: now } = shaped.value;
  if (changes.length === 0) return null;
  handle.applyChanges(changes, { addToHistory: true, userEvent: "move.outline" });
  const places = now.flatMap((ref) => nodeOf(text, outline, ref)?.from ?? []);
  const tree = outlineTree(outline, text.split("\n").length);
  chooseNodes(
    now.flatMap((ref) => {
      const node = nodeOf(text, outline, ref);
      const index = tree.facts.findIndex(({ kind }, at) => kind === node?.kind && tree.from[at] === node.from);
      return tree.facts[index]?.key ?? [];
    }),
  );
  handle.goTo(places[0] ?? 0, { focus: false, align: "nearest" });
  const moves = refs.flatMap((ref, index) => {
    const after = now[index];
    return after ? pathMoves(note.path, note, ref, { ...shaped.value, ref: after, at: 0 }) : [];
  });
  if (moves.length === 0) return null;
  const moved = await bridge.moveModules({ moves });
  return moved.ok ? null : moved.error;
}

const areChosen = (): boolean => chosenPlaces().length > 0;

const tell = (failure: Failure | null): void => {
  if (failure) notifyFailure(failure);
};
/** Why something could not be done, as a sentence. */
export const words = (failure: Failure | null): string | null => failure && `${failure.message} ${failure.action}`;

/** Moves the node at the cursor, or the chosen ones, one place up or down. */
export const moveAside = async (by: -1 | 1): Promise<void> =>
  tell(
    areChosen()
      ? await shapeChosen((note, refs) => moveAllAside(note, refs, by))
      : await shape((note, ref) => {
          const to = stepAside(note, ref, by);
          return to && moveNode(note, ref, to);
        }),
  );

/** Moves the node at the cursor, or the chosen ones, into the level, or area, before or behind its own. */
export const moveOver = async (by: -1 | 1): Promise<void> =>
  tell(
    areChosen()
      ? await shapeChosen((note, refs) => moveAllOver(note, refs, by))
      : await shape((note, ref) => {
          const to = stepOver(note, ref, by);
          return to && moveNode(note, ref, to);
        }),
  );

/** Moves a node to where it was dropped: before, behind or inside another one. */
export const dropOn = async (dragged: NodePlace, on: NodePlace, place: DropPlace): Promise<void> =>
  tell(
    await shape((note, ref) => {
      const target = refOf(note, on);
      const to = target && dropDestination(note.outline, ref, target, place);
      return to && moveNode(note, ref, to);
    }, dragged),
  );

/** Moves all the chosen nodes to where one of them was dropped. */
export const dropChosen = async (on: NodePlace, place: DropPlace): Promise<void> =>
  tell(
    await shapeChosen((note, refs) => {
      const target = refOf(note, on);
      return target ? dropAll(note, refs, target, place) : { ok: false, error: nothingHere };
    }),
  );

/** Copies the node at the cursor behind itself. */
export const duplicate = async (): Promise<void> => tell(await shape(duplicateNode, undefined, false));

/** Marks the module at the cursor, or the chosen ones, done, or takes the mark off. */
export const markDone = async (): Promise<void> =>
  tell(areChosen() ? await shapeChosen(markAllDone) : await shape(toggleDone));

const titleAt = async (): Promise<string> => {
  const note = await readOpenNote();
  const ref = note && refAt(note.outline, editor()?.place().head ?? 0);
  return (note && ref && nodeOf(note.text, note.outline, ref)?.title) ?? "";
};

/** Asks for another title of the node at the cursor. */
export async function rename(): Promise<void> {
  openDialog({
    kind: "ask",
    title: "Rename",
    label: "Title",
    button: "Rename",
    initial: await titleAt(),
    submit: async (title) => words(await shape((note, ref) => renameNode(note, ref, title))),
  });
}

/** Asks for the title of a new node and writes it behind the one at the cursor (or into it, where that is its parent). */
export function insert(kind: NodeKind): void {
  openDialog({
    kind: "ask",
    title: `New ${kind}`,
    label: "Title",
    button: "Insert",
    initial: "",
    submit: async (title) =>
      words(await shape((note, ref) => insertNode(note, kind, placeFor(kind, ref), title), undefined, false)),
  });
}

/** The nearest node of the kind that the cursor is in, else the one that can hold it. */
const placeFor = (kind: NodeKind, { area, level, module }: NodeRef): NodeRef => {
  if (kind === "area") return { area };
  if (kind === "level") return level === undefined ? { area } : { area, level };
  return { area, ...(level === undefined ? {} : { level }), ...(module === undefined ? {} : { module }) };
};

/** Takes the notes beneath the node at the cursor into a note of their own, and leaves a link. */
export async function extract(): Promise<void> {
  const title = await titleAt();
  openDialog({
    kind: "ask",
    title: "Extract into a new note",
    label: "Name of the new note",
    button: "Extract",
    initial: title.replace(/[\\/:*?"<>|]/gu, " ").trim(),
    submit: async (name) => {
      const note = await readOpenNote();
      const handle = editor();
      const ref = note && handle ? refAt(note.outline, handle.place().head) : null;
      if (!note || !handle || !ref) return "There is nothing to extract here.";
      const file = name.endsWith(".md") ? name : `${name}.md`;
      const extracted = extractNode(note, ref, file);
      if (!extracted.ok) return words(extracted.error);
      const folder = note.path.includes("/") ? note.path.slice(0, note.path.lastIndexOf("/") + 1) : "";
      // The new note is on the disk before the old one loses a word.
      const created = await bridge.createNote({ path: folder + file, text: extracted.value.note });
      if (!created.ok) return words(created.error);
      handle.applyChanges(extracted.value.changes, { addToHistory: true, userEvent: "delete.extract" });
      await saverOf(note.id)?.flush();
      await listNotes();
      return null;
    },
  });
}
