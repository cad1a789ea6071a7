/**
 * The name of every call from the window to the main process. Kept apart from the schemas (core/api.ts) so that the
 * preload script can name its functions without carrying a validator.
 */
export const callNames = [
  "getStart",
  "setSettings",
  "chooseFolder",
  "chooseFile",
  "openRecent",
  "openDropped",
  "openSample",
  "openLink",
  "reportError",
  "flushed",
  "listNotes",
  "readNote",
  "readNoteAs",
  "saveNote",
  "saveNoteCopy",
  "backupNote",
  "createNote",
  "renameNote",
  "trashNote",
  "revealNote",
  "rememberPlace",
  "listVersions",
  "readVersion",
  "readOutlines",
  "readNotations",
  "writeNotation",
  "readTime",
  "startSession",
  "stopSession",
  "pauseSession",
  "answerQuestion",
  "editTime",
  "moveModules",
  "recordWritten",
  "exportTime",
  "previewImport",
  "importTime",
  "listSections",
  "previewDraft",
  "exportDraft",
  "listDrafts",
  "saveDraft",
  "trashDraft",
  "noteImage",
] as const;

/** A call's name; it is also the name of the function on `window.lectern`. */
export type CallName = (typeof callNames)[number];

/** The name of every event from the main process to the window. */
export const eventNames = [
  "noteChanged",
  "noteMoved",
  "notesChanged",
  "outlinesProgress",
  "timeChanged",
  "settingsChanged",
  "command",
  "openNote",
  "flush",
] as const;

/** An event's name. */
export type EventName = (typeof eventNames)[number];
