/** A command as the menu, the palette, the key and the button know it. `key` uses CodeMirror's notation. */
export interface Command {
  readonly id: CommandId;
  readonly title: string;
  readonly menu: MenuName;
  readonly key?: string;
  /** Begins a new group in the menu. */
  readonly group?: boolean;
  /** Has no meaning without an open notebook or note. */
  readonly needs?: "notebook" | "note";
}

/** The menus, in their order. */
export const menuNames = ["File", "Edit", "Go", "Module", "View", "Help"] as const;
export type MenuName = (typeof menuNames)[number];

/** Every command's id, `subject.action`. */
export const commandIds = [
  "file.newNote",
  "file.openFolder",
  "file.openFile",
  "file.openSample",
  "file.save",
  "file.saveCopy",
  "file.rename",
  "file.trash",
  "file.reveal",
  "file.versions",
  "file.exportDraft",
  "edit.undo",
  "edit.redo",
  "edit.find",
  "edit.replace",
  "go.palette",
  "go.note",
  "go.nextModule",
  "go.previousModule",
  "go.outline",
  "go.editor",
  "go.filter",
  "module.toggleTimer",
  "module.pause",
  "module.up",
  "module.down",
  "module.promote",
  "module.demote",
  "module.rename",
  "module.insert",
  "module.insertLevel",
  "module.insertArea",
  "module.extract",
  "module.duplicate",
  "module.done",
  "module.setTime",
  "module.addSession",
  "module.writeBack",
  "module.writeAllBack",
  "module.timeTable",
  "view.notes",
  "view.plan",
  "view.time",
  "view.draft",
  "view.sidebar",
  "view.panel",
  "view.themeLight",
  "view.themeDark",
  "view.themeSystem",
  "view.textLarger",
  "view.textSmaller",
  "view.spellcheck",
  "view.notation",
  "help.keys",
  "help.log",
  "help.about",
] as const;
export type CommandId = (typeof commandIds)[number];

/** Every command, in menu order. The one list behind menu, palette, keys and buttons. */
export const commands: readonly Command[] = [
  { id: "file.newNote", title: "New note", menu: "File", key: "Mod-n", needs: "notebook" },
  { id: "file.openFolder", title: "Open folder…", menu: "File", key: "Mod-Shift-o", group: true },
  { id: "file.openFile", title: "Open file…", menu: "File", key: "Mod-o" },
  { id: "file.openSample", title: "Try the sample notebook…", menu: "File" },
  { id: "file.save", title: "Save now", menu: "File", key: "Mod-s", group: true, needs: "note" },
  { id: "file.saveCopy", title: "Save a copy as…", menu: "File", key: "Mod-Shift-s", needs: "note" },
  { id: "file.versions", title: "Earlier versions…", menu: "File", needs: "note" },
  { id: "file.rename", title: "Rename note…", menu: "File", key: "F2", group: true, needs: "note" },
  { id: "file.reveal", title: "Show in file manager", menu: "File", needs: "note" },
  { id: "file.trash", title: "Move note to trash", menu: "File", needs: "note" },
  { id: "file.exportDraft", title: "Export draft…", menu: "File", key: "Mod-Shift-e", group: true, needs: "note" },

  { id: "edit.undo", title: "Undo", menu: "Edit", key: "Mod-z", needs: "note" },
  { id: "edit.redo", title: "Redo", menu: "Edit", key: "Mod-Shift-z", needs: "note" },
  { id: "edit.find", title: "Find in note", menu: "Edit", key: "Mod-f", group: true, needs: "note" },
  { id: "edit.replace", title: "Find and replace", menu: "Edit", key: "Mod-h", needs: "note" },

  { id: "go.palette", title: "All commands", menu: "Go", key: "Mod-k" },
  { id: "go.note", title: "Go to note or module…", menu: "Go", key: "Mod-p", needs: "notebook" },
  { id: "go.previousModule", title: "Previous module", menu: "Go", key: "Alt-ArrowUp", group: true, needs: "note" },
  { id: "go.nextModule", title: "Next module", menu: "Go", key: "Alt-ArrowDown", needs: "note" },
  { id: "go.editor", title: "Editor", menu: "Go", key: "Mod-1", group: true, needs: "note" },
  { id: "go.outline", title: "Outline", menu: "Go", key: "Mod-2", needs: "note" },
  { id: "go.filter", title: "Filter outline", menu: "Go", key: "Mod-Shift-f", needs: "note" },

  { id: "module.toggleTimer", title: "Start or stop the timer", menu: "Module", key: "Mod-Enter", needs: "note" },
  { id: "module.pause", title: "Pause or go on", menu: "Module", key: "Mod-Shift-Enter", needs: "notebook" },
  { id: "module.addSession", title: "Add a session…", menu: "Module", needs: "note" },
  { id: "module.setTime", title: "Set written time…", menu: "Module", group: true, needs: "note" },
  { id: "module.writeBack", title: "Write spent time into the note", menu: "Module", needs: "note" },
  { id: "module.writeAllBack", title: "Write all spent times into the note", menu: "Module", needs: "note" },
  { id: "module.timeTable", title: "Insert or refresh the time table", menu: "Module", needs: "note" },
  { id: "module.done", title: "Mark done", menu: "Module", needs: "note" },
  { id: "module.rename", title: "Rename…", menu: "Module", key: "Shift-F2", needs: "note" },
  {
    id: "module.insert",
    title: "Insert module below…",
    menu: "Module",
    key: "Mod-Shift-m",
    group: true,
    needs: "note",
  },
  { id: "module.insertLevel", title: "Insert level below…", menu: "Module", needs: "note" },
  { id: "module.insertArea", title: "Insert area below…", menu: "Module", needs: "note" },
  { id: "module.extract", title: "Extract into a new note…", menu: "Module", needs: "note" },
  { id: "module.duplicate", title: "Duplicate", menu: "Module", needs: "note" },
  { id: "module.up", title: "Move up", menu: "Module", key: "Alt-Shift-ArrowUp", group: true, needs: "note" },
  { id: "module.down", title: "Move down", menu: "Module", key: "Alt-Shift-ArrowDown", needs: "note" },
  {
    id: "module.promote",
    title: "Move into the previous level",
    menu: "Module",
    key: "Alt-Shift-ArrowLeft",
    needs: "note",
  },
  {
    id: "module.demote",
    title: "Move into the next level",
    menu: "Module",
    key: "Alt-Shift-ArrowRight",
    needs: "note",
  },

  { id: "view.notes", title: "Notes", menu: "View", key: "Mod-Shift-1", needs: "notebook" },
  { id: "view.plan", title: "Plan", menu: "View", key: "Mod-Shift-2", needs: "notebook" },
  { id: "view.time", title: "Time", menu: "View", key: "Mod-Shift-3", needs: "notebook" },
  { id: "view.draft", title: "Draft", menu: "View", key: "Mod-Shift-4", needs: "notebook" },
  { id: "view.sidebar", title: "Show or hide the sidebar", menu: "View", key: "Mod-\\", group: true },
  { id: "view.panel", title: "Show or hide the module panel", menu: "View", key: "Mod-Shift-\\" },
  { id: "view.notation", title: "How this note was read…", menu: "View", needs: "note" },
  { id: "view.themeLight", title: "Light theme", menu: "View", group: true },
  { id: "view.themeDark", title: "Dark theme", menu: "View" },
  { id: "view.themeSystem", title: "Theme of the system", menu: "View" },
  { id: "view.textLarger", title: "Larger text", menu: "View", key: "Mod-=", group: true },
  { id: "view.textSmaller", title: "Smaller text", menu: "View", key: "Mod--" },
  { id: "view.spellcheck", title: "Check spelling", menu: "View" },

  { id: "help.keys", title: "Keys", menu: "Help", key: "F1" },
  { id: "help.log", title: "Show the log file", menu: "Help" },
  { id: "help.about", title: "About Lectern", menu: "Help" },
];
