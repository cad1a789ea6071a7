import { nodeOf } from "#core/outline/shape/node.ts";
import { setTime, typedMinutes } from "#core/outline/shape/time.ts";
import { systemZone } from "#core/time/instant.ts";
import { type Place, pathKey, placesOf } from "#core/time/places.ts";
import { report } from "#core/time/report.ts";
import { placeTimeTable, timeTable } from "#core/time/time-table.ts";
import { writeBack } from "#core/time/write-back.ts";
import { minutesToWrite, type WrittenBack } from "#core/time/written-back.ts";
import { bridge } from "../bridge.ts";
import { trackedMinutes } from "../outline/totals.ts";
import { plainMinutes } from "../ui/minutes.ts";
import { editor } from "./editor.ts";
import { notify, notifyFailure } from "./notices.ts";
import { type OpenNote, readOpenNote, refAt, shape, words } from "./shaping.ts";
import { useTime } from "./time.ts";
import { allSessions } from "./tracked.ts";
import { openDialog } from "./ui.ts";

const news = (message: string, advice: string | null = null): void =>
  void notify({ kind: "news", message, advice, buttons: [] });

/** Writes the spent time of the module at the cursor into the note. */
export async function writeBackHere(): Promise<void> {
  const note = await readOpenNote();
  const handle = editor();
  const ref = note && handle ? refAt(note.outline, handle.place().head) : null;
  const found = note && ref?.module !== undefined ? nodeOf(note.text, note.outline, ref) : null;
  const place = note && found && placesIn(note).find(({ module }) => module === found.node);
  if (!note || !place)
    news("The cursor is in no module whose time could be written.", "Go to one in the outline first.");
  else if (!(await writeSpent(note, [place])))
    news(`No time was tracked for “${place.module.title}” yet.`, "Start the timer on it, or add a session.");
}

/** Writes the spent time of every module of the open note into it. */
export async function writeBackAll(): Promise<void> {
  const note = await readOpenNote();
  if (!note) return;
  const written = await writeSpent(note, placesIn(note));
  if (!written) news("No time was tracked for a module of this note yet.", "Start the timer on one, or add a session.");
}

const placesIn = ({ path, outline }: OpenNote): readonly Place[] => placesOf({ note: path, outline });

const writtenBefore = (): WrittenBack => new Map(useTime.getState().writtenBack);

/**
 * Writes what these modules took, as one change and one undo, and records that it stands in the note. False where
 * nothing was tracked for any of them.
 */
async function writeSpent(note: OpenNote, places: readonly Place[]): Promise<boolean> {
  const { sessions, running } = useTime.getState();
  const tracked = trackedMinutes(allSessions(sessions, running), Date.now());
  const before = writtenBefore();
  const taken = places.flatMap(({ path, module }) => {
    // Whole minutes, as they will stand in the note: the record must name what stands there.
    const minutes = Math.round(tracked.get(pathKey(path)) ?? 0);
    return minutes === 0 ? [] : [{ path, module, minutes }];
  });
  if (taken.length === 0) return false;
  const changes = writeBack(
    note.text,
    note.outline,
    taken.map(({ path, module, minutes }) => ({
      module,
      minutes: minutesToWrite(path, minutes, module.spent, before),
      writtenBack: before.get(pathKey(path)) ?? null,
    })),
  );
  editor()?.applyChanges(changes, { addToHistory: true, userEvent: "input.time" });
  const recorded = await bridge.recordWritten({
    written: taken.map(({ path, minutes }) => ({ module: path, minutes })),
  });
  if (recorded.ok) useTime.setState(recorded.value);
  else notifyFailure(recorded.error);
  if (changes.length === 0) news("The spent time stands in the note already.");
  return true;
}

/** Puts a table of the note's planned and spent times at the cursor, or brings the one that stands there up to date. */
export async function placeTable(): Promise<void> {
  const note = await readOpenNote();
  const handle = editor();
  if (!note || !handle) return;
  const { sessions, running } = useTime.getState();
  const made = report({
    sessions: allSessions(sessions, running),
    notes: [{ note: note.path, outline: note.outline }],
    range: null,
    now: Date.now(),
    zone: systemZone,
    writtenBack: writtenBefore(),
  });
  const [node] = made.notes;
  if (!node) return;
  const changes = placeTimeTable(note.text, timeTable(node), handle.place().head);
  if (changes.length === 0) news("The time table is up to date.");
  else handle.applyChanges(changes, { addToHistory: true, userEvent: "input.time" });
}

/** Asks for the planned time of the node at the cursor and writes it in the note's own notation. */
export async function askTime(): Promise<void> {
  const note = await readOpenNote();
  const ref = note && refAt(note.outline, editor()?.place().head ?? 0);
  const found = note && ref && nodeOf(note.text, note.outline, ref);
  if (!found) {
    news("The cursor is in no module whose time could be set.", "Go to one in the outline first.");
    return;
  }
  const planned = "planned" in found.node ? found.node.planned : found.node.minutes;
  openDialog({
    kind: "ask",
    title: `Planned time of “${found.title ?? found.kind}”`,
    label: "How long it takes",
    button: "Set",
    initial: planned === null ? "" : plainMinutes(planned),
    hint: "For example: 45, 45m, 1h30, half an hour",
    submit: async (text) => {
      const minutes = typedMinutes(text);
      if (minutes === null) return `“${text}” is no length of time. Type it as 45, 45m or 1h30.`;
      return words(await shape((each, at) => setTime(each, at, minutes), undefined, false));
    },
  });
}
