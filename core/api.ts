import { z } from "zod";
import type { CallName, EventName } from "./calls.ts";
import { commandIds } from "./commands.ts";
import { stepNames } from "./draft/steps/step.ts";
import { draftTargetNames, draftVariants } from "./draft/target-names.ts";
import type { Outline } from "./outline/tree.ts";

/**
 * THE contract between the processes: every call and event, its schema, its errors.
 * Both sides take their types from here. Inputs are parsed at the border (electron/border.ts); every call answers with
 * a `Result` (core/result.ts). Notes are named by opaque ids that the main process hands out, never by paths.
 */

const noteId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
/** A note's text. The largest note is 50 MB on disk. */
const noteText = z.string().max(64_000_000);
const count = z.int().min(0);
/** A text, or what differs from the text sent before it (core/note/sent-text.ts). */
const sentText = z.union([
  z.strictObject({ revision: count, text: noteText }),
  z.strictObject({ revision: count, on: count, from: count, to: count, insert: noteText, length: count }),
]);
const shortText = z.string().max(4_000);
const instant = z.string().max(40);
const nothing = z.undefined();

/** Languages, themes and the like; one record, saved in the app's own data. */
export const settingsSchema = z.object({
  theme: z.enum(["system", "light", "dark"]),
  /** Editor text size in px. */
  textSize: z.number().int().min(10).max(32),
  /** Length of a line in characters. */
  measure: z.number().int().min(40).max(120),
  spellcheck: z.boolean(),
  /** Minutes after which a running session asks for a break; null: never. */
  focusMinutes: z.number().int().min(1).max(600).nullable(),
  /** Hours a week the person gives; for the date at which the hours left end. */
  hoursPerWeek: z.number().min(0.5).max(100),
  sidebar: z.boolean(),
  panel: z.boolean(),
});
export type Settings = z.infer<typeof settingsSchema>;

/** One note as the list shows it. */
export const noteEntrySchema = z.object({
  id: noteId,
  /** Path inside the notebook, with `/`. */
  path: z.string(),
  /** File name without its ending. */
  name: z.string(),
  bytes: z.number(),
  /** Milliseconds since the epoch. */
  modified: z.number(),
  /** A symbolic link that leads out of the notebook: listed, never followed. */
  outside: z.boolean(),
});
export type NoteEntry = z.infer<typeof noteEntrySchema>;

const notebookSchema = z.object({
  name: z.string(),
  /** Full path, to show to the person. */
  path: z.string(),
  /** A single file opened alone. */
  single: z.boolean(),
});
export type NotebookInfo = z.infer<typeof notebookSchema>;

const recentSchema = z.object({ id: noteId, name: z.string(), path: z.string() });
export type Recent = z.infer<typeof recentSchema>;

/** Where the person was in a note. Offsets in UTF-16 code units; `top` is the offset at the top of the view. */
export const placeSchema = z.object({
  anchor: z.number().int().min(0),
  head: z.number().int().min(0),
  top: z.number().int().min(0),
});
export type Place = z.infer<typeof placeSchema>;

/** How a note's bytes stand for its text (core/note/text.ts). */
const formSchema = z.object({ encoding: z.string(), bom: z.boolean(), eol: z.enum(["lf", "crlf", "cr", "mixed"]) });

/** A note's text as read, with the hash that a later save is compared to. */
export const noteSchema = z.object({
  id: noteId,
  path: z.string(),
  text: z.string(),
  hash,
  form: formSchema,
  /** Why it can't be written, in a sentence; null when it can. */
  readOnly: z.string().nullable(),
  place: placeSchema.nullable(),
  /** Unsaved text from a window that ended without saving it. `stale`: the note changed on disk since. */
  backup: z.object({ text: z.string(), stale: z.boolean(), at: z.number() }).nullable(),
});
export type Note = z.infer<typeof noteSchema>;

const savedSchema = z.object({ hash, at: z.number() });

/** core/outline/tree.ts ModulePath. */
export const modulePathSchema = z.object({
  note: z.string().max(2_000),
  area: shortText.nullable(),
  level: shortText.nullable(),
  title: shortText,
});

/** The outline of one note. It goes from the main process to the window only, so that its shape needs no check. */
const noteOutlineSchema = z.object({ id: noteId, path: z.string(), outline: z.custom<Outline>() });
export type NoteOutline = z.infer<typeof noteOutlineSchema>;

/** core/time/session.ts Session. */
export const sessionSchema = z.object({
  id: z.string().max(100),
  module: modulePathSchema,
  start: instant,
  end: instant.nullable(),
  note: shortText.nullable(),
});

/** What is asked at most once on return, on restart or after a crash. */
export const questionSchema = z.object({
  session: sessionSchema,
  why: z.enum(["crash", "sleep", "idle", "clock"]),
  /** The last sign of life. */
  lastSeen: instant,
  /** Minutes between the last sign of life and now. */
  gapMinutes: z.number(),
});
export type TimeQuestion = z.infer<typeof questionSchema>;

/** Everything the window knows of time. `quarantine`: lines of the log that could not be read, kept and shown. */
export const timeSchema = z.object({
  sessions: z.array(sessionSchema),
  running: sessionSchema.nullable(),
  paused: z.boolean(),
  quarantine: z.array(z.object({ line: z.number(), text: z.string(), why: z.string() })),
  /** Tracked minutes that stand in the notes as well, by the key of core/time/places.ts: they count once. */
  writtenBack: z.array(z.tuple([z.string(), z.number()])),
  /** What has to be asked about time that nobody watched; null for nothing. */
  question: questionSchema.nullable(),
  unplaced: z.array(z.object({ id: z.string(), module: modulePathSchema, guess: modulePathSchema.nullable() })),
});
export type TimeState = z.infer<typeof timeSchema>;

const timeFormat = z.enum(["csv", "json", "timeclock", "timewarrior", "toggl", "clockify", "ics", "org"]);
const draftTarget = z.enum(draftTargetNames);

const draftName = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}_-]{0,79}$/u);

/** A draft as the window has it: sections of notes in the order of the post, for a target, with front matter. */
export const draftSchema = z.object({
  parts: z
    .array(
      z.object({
        id: noteId,
        /** Titles from the outermost heading down; null: the whole note. */
        section: z.array(shortText).min(1).max(20).nullable(),
        /** 1-based line where the section was last seen: tells apart sections of the same path. */
        line: z.number().int().min(1).nullable(),
      }),
    )
    .max(200),
  target: draftTarget,
  /** What the target is asked to do in another way. */
  variants: z.array(z.enum(draftVariants)).optional(),
  /** The form's values, by the names of core/draft/fields.ts. */
  fields: z.record(
    z.string().max(40),
    z.union([z.string().max(10_000), z.boolean(), z.array(z.string().max(1_000)).max(100)]),
  ),
  /** Steps of core/draft/steps/step.ts that are switched off. */
  off: z.array(z.enum(stepNames)),
});
export type DraftForm = z.infer<typeof draftSchema>;

const sectionSchema = z.object({
  title: z.string(),
  path: z.array(z.string()),
  line: z.number(),
  /** 1-based line of the last line that belongs to it. */
  endLine: z.number(),
  /** 1 to 6. */
  level: z.number(),
  kind: z.enum(["heading", "module"]),
  /** What the area is that it lies in (core/outline/tree.ts AreaKind); null before the first area. */
  area: z.enum(["study", "other"]).nullable(),
});
export type SectionInfo = z.infer<typeof sectionSchema>;

/** Something that is not ready in a draft, with its place: `id` and 1-based `line` of the note. */
const problemSchema = z.object({
  kind: z.string(),
  id: noteId.nullable(),
  note: z.string().nullable(),
  line: z.number().nullable(),
  message: z.string(),
  action: z.string(),
  /** The post can't go out like this; else it is advice. */
  blocks: z.boolean(),
});
export type DraftProblem = z.infer<typeof problemSchema>;

const draftPreviewSchema = z.object({
  title: z.string(),
  /** Minutes that it takes to read. */
  minutes: z.number(),
  ready: z.boolean(),
  /** The front matter with what was suggested, by the names of core/draft/fields.ts. */
  fields: z.record(z.string(), z.unknown()),
  problems: z.array(problemSchema),
  /** What the target would write, by path. */
  files: z.array(z.object({ path: z.string(), text: z.string() })),
  /** The post as sanitised HTML, without page and style (core/draft/page-style.ts). */
  body: z.string(),
  /** The post as Markdown, beneath its title, without front matter and before its target's own escapes. */
  text: z.string(),
  /** How often each step changed something. */
  steps: z.array(z.object({ step: z.enum(stepNames), changes: z.number() })),
  warnings: z.array(z.string()),
  /** Parts whose note or section is not there any more. */
  lost: z.array(z.string()),
});
export type DraftPreview = z.infer<typeof draftPreviewSchema>;

const written = z.object({ files: z.array(z.string()), folder: z.string(), warnings: z.array(z.string()) });
const opened = z.object({ opened: z.boolean() });

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
