import { z } from "zod";
import { modulePathSchema, type NoteOutline } from "#core/api.ts";
import type { ModulePath } from "#core/outline/tree.ts";
import type { Result } from "#core/result.ts";
import { ok } from "#core/result.ts";
import { pathKey } from "#core/time/places.ts";
import { type KnownNote, knownNote, relink, type Unplaced } from "#core/time/relink.ts";
import type { Store } from "./app-data.ts";
import { moveRecords } from "./corrections.ts";
import type { TimeKeeper } from "./time-keeper.ts";

/** The notes as the app last saw them, by path: what a module is found again by after an edit that was not seen. */
export const knownNotesSchema = z.record(
  z.string(),
  z.object({
    note: z.string(),
    modules: z.array(z.object({ path: modulePathSchema, link: z.string().nullable(), planned: z.number().nullable() })),
  }),
);
export type KnownNotes = Readonly<Record<string, KnownNote>>;

/** Keeps sessions on their modules while the notes change. */
export interface Relinker {
  /**
   * Looks where the modules with time are now. `all`: these are the outlines of the whole notebook; else of notes that
   * changed, and the others are as they were. Certain moves are on the disk when it resolves.
   */
  readonly look: (outlines: readonly NoteOutline[], all: boolean) => Promise<Result<null>>;
}

/** What a relinker works with. */
export interface RelinkerOptions {
  readonly known: Store<KnownNotes>;
  readonly time: TimeKeeper;
  readonly now: () => Date;
}

const timedModules = (time: TimeKeeper): ModulePath[] => [
  ...new Map(time.sessions().map(({ module }) => [pathKey(module), module])).values(),
];

export const keepLinks = ({ known, time, now }: RelinkerOptions): Relinker => ({
  look: async (outlines, all) => {
    const after = outlines.map(({ path, outline }) => ({ note: path, outline }));
    const changed = new Set(after.map(({ note }) => note));
    const timed = timedModules(time).filter(({ note }) => all || changed.has(note));
    const before = known.get();
    const seen = all ? Object.values(before) : Object.values(before).filter(({ note }) => changed.has(note));
    const { moves, unplaced } = relink(seen, after, timed);
    if (moves.length > 0) {
      const moved = await time.correct(() => ok(moveRecords([...moves], now())));
      if (!moved.ok) return moved;
    }
    time.unplace(stillUnplaced(time, unplaced, changed, all));
    const kept = all ? {} : before;
    known.set({ ...kept, ...Object.fromEntries(after.map((note) => [note.note, knownNote(note)])) });
    return ok(null);
  },
});

/** What was unplaced in notes that were not looked at stays so. */
const stillUnplaced = (
  time: TimeKeeper,
  found: readonly Unplaced[],
  changed: ReadonlySet<string>,
  all: boolean,
): Unplaced[] => {
  const others = all ? [] : time.state().unplaced.filter(({ module }) => !changed.has(module.note));
  return [...others.map(({ module, guess }) => ({ path: module, guess })), ...found];
};
