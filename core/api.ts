import { z } from "zod";
import type { CallName, EventName } from "./calls.ts";
import { commandIds } from "./commands.ts";
import {
  draftName,
  draftPreviewSchema,
  draftSchema,
  hash,
  instant,
  modulePathSchema,
  notebookSchema,
  noteEntrySchema,
  noteId,
  noteOutlineSchema,
  noteSchema,
  noteText,
  nothing,
  opened,
  placeSchema,
  recentSchema,
  savedSchema,
  sectionSchema,
  sentText,
  settingsSchema,
  shortText,
  timeFormat,
  timeSchema,
  written,
} from "./shapes.ts";

export type * from "./shapes.ts";
export {
  draftSchema,
  modulePathSchema,
  noteEntrySchema,
  noteSchema,
  placeSchema,
  questionSchema,
  sessionSchema,
  settingsSchema,
  timeSchema,
} from "./shapes.ts";

/**
 * THE contract between the processes: every call and event, its schema, its errors.
 * Both sides take their types from here. Inputs are parsed at the border (electron/border.ts); every call answers with
 * a `Result` (core/result.ts). Notes are named by opaque ids that the main process hands out, never by paths.
 */

/** The schema of each call's input and of the value in its `Result`. */
export const calls = {
  /** What a window needs to begin: its notebook, settings, and what to show first. */
  getStart: {
    input: nothing,
    output: z.object({
      notebook: notebookSchema.nullable(),
      /** The note to show first: the argument's, or the last one; null when there is none. */
      noteId: noteId.nullable(),
      settings: settingsSchema,
      recents: z.array(recentSchema),
      version: z.string(),
      platform: z.string(),
      /** Where the log file lies, for Help. */
      logFile: z.string(),
      /** A sentence about something that could not be opened. */
      problem: z.object({ message: z.string(), action: z.string() }).nullable(),
    }),
  },
  setSettings: { input: settingsSchema.partial(), output: settingsSchema },
  /** Asks for a folder and opens it in this window or in one of its own. */
  chooseFolder: { input: nothing, output: opened },
  chooseFile: { input: nothing, output: opened },
  openRecent: { input: z.object({ id: noteId }), output: opened },
  /** Only the preload script calls this, with the path of a file that the person dropped. */
  openDropped: { input: z.object({ path: z.string().max(4_096) }), output: opened },
  /** Asks where to put the sample notebook, copies it there and opens it. */
  openSample: { input: nothing, output: opened },
  /** Opens http, https and mailto outside; everything else is refused. */
  openLink: { input: z.object({ url: z.string().max(8_000) }), output: nothing },
  reportError: { input: z.object({ message: z.string().max(20_000) }), output: nothing },
  /** The window has saved what it could before it closes. */
  flushed: { input: z.object({ unsaved: z.array(z.string()).max(1_000) }), output: nothing },

  listNotes: { input: nothing, output: z.array(noteEntrySchema) },
  readNote: { input: z.object({ id: noteId }), output: noteSchema },
  /** Reads a note whose encoding could not be told, in the one that the person chose. */
  readNoteAs: { input: z.object({ id: noteId, encoding: z.string().max(40) }), output: noteSchema },
  /**
   * Saves by the recipe; `changed-on-disk` when the file is not what `base` names, `bad-input` when the text that `sent`
   * follows on is not known: then it has to be sent whole.
   */
  saveNote: { input: z.object({ id: noteId, sent: sentText, base: hash }), output: savedSchema },
  /** Save As: asks where, for a text that can't be saved where it belongs. */
  saveNoteCopy: { input: z.object({ id: noteId, text: noteText }), output: z.object({ path: z.string() }) },
  /** Keeps unsaved text outside the notebook; `sent: null` forgets it. `bad-input` as with `saveNote`. */
  backupNote: { input: z.object({ id: noteId, sent: sentText.nullable(), base: hash }), output: nothing },
  createNote: { input: z.object({ path: z.string().max(1_000), text: noteText }), output: noteEntrySchema },
  renameNote: { input: z.object({ id: noteId, path: z.string().max(1_000) }), output: noteEntrySchema },
  trashNote: { input: z.object({ id: noteId }), output: nothing },
  revealNote: { input: z.object({ id: noteId }), output: nothing },
  rememberPlace: { input: z.object({ id: noteId, place: placeSchema }), output: nothing },
  listVersions: {
    input: z.object({ id: noteId }),
    output: z.array(z.object({ version: z.string(), at: z.number(), bytes: z.number() })),
  },
  readVersion: {
    input: z.object({ id: noteId, version: z.string().max(200) }),
    output: z.object({ text: z.string() }),
  },

  /** The outlines of all notes, for the Plan and Time views. Read in the background; tells `outlinesProgress`. */
  readOutlines: { input: nothing, output: z.array(noteOutlineSchema) },
  /** `.lectern/notation.json`: note path → choice (core/outline/choice.ts checks its shape). */
  readNotations: { input: nothing, output: z.record(z.string(), z.unknown()) },
  writeNotation: { input: z.object({ note: z.string().max(2_000), choice: z.unknown() }), output: nothing },

  readTime: { input: nothing, output: timeSchema },
  /** Stops what runs and starts a session on this module, or says that it began `ago` minutes before. */
  startSession: {
    input: z.object({ module: modulePathSchema, ago: z.number().int().min(1).max(1_440).optional() }),
    output: timeSchema,
  },
  stopSession: { input: nothing, output: timeSchema },
  /** Pauses what runs, or goes on with what was paused. */
  pauseSession: { input: nothing, output: timeSchema },
  answerQuestion: {
    input: z.object({
      answer: z.enum(["keep", "cut", "give", "discard"]),
      module: modulePathSchema.optional(),
    }),
    output: timeSchema,
  },
  /** Corrections; each is undone by `undo`, because the log only grows. */
  editTime: {
    input: z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("add"), module: modulePathSchema, text: shortText }),
      z.object({ kind: z.literal("set"), id: z.string().max(100), text: shortText }),
      z.object({ kind: z.literal("note"), id: z.string().max(100), note: shortText }),
      z.object({ kind: z.literal("split"), id: z.string().max(100), at: instant }),
      z.object({ kind: z.literal("merge"), ids: z.array(z.string().max(100)).min(2).max(100) }),
      z.object({ kind: z.literal("give"), id: z.string().max(100), module: modulePathSchema }),
      z.object({ kind: z.literal("drop"), id: z.string().max(100) }),
      z.object({ kind: z.literal("undo") }),
    ]),
    output: timeSchema,
  },
  /** Modules were renamed or moved in the app: their sessions follow. */
  moveModules: {
    input: z.object({ moves: z.array(z.object({ from: modulePathSchema, to: modulePathSchema })).max(10_000) }),
    output: timeSchema,
  },
  /** The spent minutes of these modules were written into their notes: from now on they count once. */
  recordWritten: {
    input: z.object({
      written: z.array(z.object({ module: modulePathSchema, minutes: z.number().min(0).max(1e7) })).max(10_000),
    }),
    output: timeSchema,
  },
  /** Asks where to write the sessions of a stretch in another program's format. */
  exportTime: {
    input: z.object({ format: timeFormat, from: instant.nullable(), to: instant.nullable() }),
    output: written,
  },
  /** Asks for a file and says what an import of it would add. */
  previewImport: {
    input: z.object({ format: z.string().max(40) }),
    output: z.object({
      token: z.string(),
      rows: z.array(
        z.object({
          start: instant,
          end: instant,
          module: modulePathSchema,
          matched: z.boolean(),
          duplicate: z.boolean(),
        }),
      ),
      problems: z.array(z.string()),
    }),
  },
  importTime: { input: z.object({ token: z.string().max(100) }), output: timeSchema },

  /** The sections of a note that a draft can be made of. `text`: what the editor holds, where it is not saved yet. */
  listSections: {
    input: z.object({ id: noteId, text: noteText.optional() }),
    output: z.array(sectionSchema),
  },
  /** Composes a draft and says what is not ready; writes nothing. `open`: the unsaved text of the open note. */
  previewDraft: {
    input: z.object({ draft: draftSchema, open: z.object({ id: noteId, text: noteText }).optional() }),
    output: draftPreviewSchema,
  },
  /** Asks for a folder and writes the draft there. */
  exportDraft: {
    input: z.object({ draft: draftSchema }),
    output: written.extend({
      merged: z.array(z.string()),
      unchanged: z.array(z.string()),
      /** Files edited by hand where the draft changed: left as they are. */
      conflicts: z.array(z.object({ path: z.string(), text: z.string().nullable() })),
    }),
  },
  /** The drafts kept in `.lectern/drafts`. */
  listDrafts: {
    input: nothing,
    output: z.array(z.object({ name: z.string(), draft: draftSchema.nullable(), problems: z.array(z.string()) })),
  },
  saveDraft: { input: z.object({ name: draftName, draft: draftSchema }), output: nothing },
  trashDraft: { input: z.object({ name: draftName }), output: nothing },
  /** An address under `note-asset:` for an image that a note names, or `not-found`. */
  noteImage: { input: z.object({ id: noteId, href: z.string().max(4_000) }), output: z.object({ url: z.string() }) },
} as const satisfies Record<CallName, { input: z.ZodType; output: z.ZodType }>;

/** What a call takes. */
export type Input<Name extends CallName> = z.infer<(typeof calls)[Name]["input"]>;
/** What a call's `Result` holds. */
export type Output<Name extends CallName> = z.infer<(typeof calls)[Name]["output"]>;

/** The schema of what each event carries. */
export const events = {
  /** A note changed on disk by somebody else; `text: null`: it is gone. */
  noteChanged: z.object({ id: noteId, text: z.string().nullable(), hash: hash.nullable() }),
  /** A note was renamed or moved by somebody else: what was `from` is `to` now. */
  noteMoved: z.object({ from: noteId, to: noteEntrySchema }),
  notesChanged: z.array(noteEntrySchema),
  /** How many of the notebook's notes have been read for `readOutlines`. */
  outlinesProgress: z.object({ done: z.number(), total: z.number() }),
  timeChanged: timeSchema,
  settingsChanged: settingsSchema,
  /** A menu item was chosen. */
  command: z.object({ id: z.enum(commandIds) }),
  /** A second start, or a drop, asks for a note of this notebook. */
  openNote: z.object({ id: noteId }),
  /** The window is about to close: save, then call `flushed`. */
  flush: nothing,
} as const satisfies Record<EventName, z.ZodType>;

/** What an event carries. */
export type Payload<Name extends EventName> = z.infer<(typeof events)[Name]>;
