import { z } from "zod";
import { stepNames } from "./draft/steps/step.ts";
import { draftTargetNames, draftVariants } from "./draft/target-names.ts";
import type { Outline } from "./outline/tree.ts";

/**
 * The shapes of what goes over the border between the processes. The calls and events that carry them are in
 * core/api.ts, which also hands out the types.
 */

export const noteId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
export const hash = z.string().regex(/^[0-9a-f]{64}$/);
/** A note's text. The largest note is 50 MB on disk. */
export const noteText = z.string().max(64_000_000);
export const count = z.int().min(0);
/** A text, or what differs from the text sent before it (core/note/sent-text.ts). */
export const sentText = z.union([
  z.strictObject({ revision: count, text: noteText }),
  z.strictObject({ revision: count, on: count, from: count, to: count, insert: noteText, length: count }),
]);
export const shortText = z.string().max(4_000);
export const instant = z.string().max(40);
export const nothing = z.undefined();

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

export const notebookSchema = z.object({
  name: z.string(),
  /** Full path, to show to the person. */
  path: z.string(),
  /** A single file opened alone. */
  single: z.boolean(),
});
export type NotebookInfo = z.infer<typeof notebookSchema>;

export const recentSchema = z.object({ id: noteId, name: z.string(), path: z.string() });
export type Recent = z.infer<typeof recentSchema>;

/** Where the person was in a note. Offsets in UTF-16 code units; `top` is the offset at the top of the view. */
export const placeSchema = z.object({
  anchor: z.number().int().min(0),
  head: z.number().int().min(0),
  top: z.number().int().min(0),
});
export type Place = z.infer<typeof placeSchema>;

/** How a note's bytes stand for its text (core/note/text.ts). */
export const formSchema = z.object({
  encoding: z.string(),
  bom: z.boolean(),
  eol: z.enum(["lf", "crlf", "cr", "mixed"]),
});

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

export const savedSchema = z.object({ hash, at: z.number() });

/** core/outline/tree.ts ModulePath. */
export const modulePathSchema = z.object({
  note: z.string().max(2_000),
  area: shortText.nullable(),
  level: shortText.nullable(),
  title: shortText,
});

/** The outline of one note. It goes from the main process to the window only, so that its shape needs no check. */
export const noteOutlineSchema = z.object({ id: noteId, path: z.string(), outline: z.custom<Outline>() });
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

export const timeFormat = z.enum(["csv", "json", "timeclock", "timewarrior", "toggl", "clockify", "ics", "org"]);
export const draftTarget = z.enum(draftTargetNames);

export const draftName = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}_-]{0,79}$/u);

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

export const sectionSchema = z.object({
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
export const problemSchema = z.object({
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

export const draftPreviewSchema = z.object({
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

export const written = z.object({ files: z.array(z.string()), folder: z.string(), warnings: z.array(z.string()) });
export const opened = z.object({ opened: z.boolean() });
