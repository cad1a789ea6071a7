import { bridge } from "../bridge.ts";
import { neighbourModule } from "../outline/tree-places.ts";
import { lazyViews } from "../views.ts";
import { handleCommands } from "./commands.ts";
import { currentModule } from "./current-module.ts";
import { editor } from "./editor.ts";
import { useNote } from "./note.ts";
import { saveCopy } from "./note-actions.ts";
import { useNotebook } from "./notebook.ts";
import { notify, notifyFailure } from "./notices.ts";
import { nowAt, useOutline } from "./outline.ts";
import { saverOf } from "./saving.ts";
import { changeSettings, useSettings } from "./settings.ts";
import { pauseSession, startSession, stopSession, useTime } from "./time.ts";
import { openDialog, useUi, type ViewName } from "./ui.ts";

const noteId = (): string | null => useNote.getState().note?.id ?? null;
const hasNote = (): boolean => noteId() !== null;
const hasNotebook = (): boolean => useNotebook.getState().notebook !== null;
const withNote = (run: (id: string) => unknown) => ({
  enabled: hasNote,
  run: () => {
    const id = noteId();
    if (id !== null) run(id);
  },
});
const inEditor = (run: (handle: NonNullable<ReturnType<typeof editor>>) => void) =>
  withNote(() => {
    const handle = editor();
    useUi.setState({ view: "notes" });
    if (handle) run(handle);
  });

async function open(call: typeof bridge.chooseFolder): Promise<void> {
  const result = await call(undefined);
  if (!result.ok) notifyFailure(result.error);
}

function goToNeighbour(step: 1 | -1): void {
  const handle = editor();
  if (!handle) return;
  const { tree } = useOutline.getState();
  const index = neighbourModule(tree, handle.place().head, step, nowAt);
  if (index >= 0) handle.goTo(nowAt(tree.from[index] ?? 0));
}

/** Gives the keyboard to a part of the sidebar, which is opened for it. */
function focusInSidebar(id: string): void {
  useUi.setState({ view: "notes" });
  if (!useSettings.getState().sidebar) void changeSettings({ sidebar: true });
  requestAnimationFrame(() => {
    const element = document.getElementById(id);
    element?.focus();
    if (element instanceof HTMLInputElement) element.select();
  });
}

async function toggleTimer(): Promise<void> {
  const { running, paused } = useTime.getState();
  const module = currentModule();
  if (running !== null) await stopSession();
  else if (paused && module === null) await pauseSession();
  else if (module !== null) await startSession(module);
  else
    notify({
      kind: "news",
      message: "The cursor is in no module, so there is nothing to time.",
      advice: "Go to a module in the outline first.",
      buttons: [],
    });
}

const sizes = { smallest: 10, largest: 32 };
const resize = (step: number) => () => {
  const textSize = Math.max(sizes.smallest, Math.min(sizes.largest, useSettings.getState().textSize + step));
  void changeSettings({ textSize });
};

/** A command that changes the text by the outline. Loaded with the first one: it brings the recogniser along. */
const shaping = (run: (shape: typeof import("./shaping.ts")) => unknown) => ({
  enabled: () => hasNote() && useNote.getState().note?.readOnly === null,
  run: async () => run(await import("./shaping.ts")),
});

const toView = (view: Exclude<ViewName, "notes">) => ({
  enabled: () => hasNotebook() && lazyViews[view] !== undefined,
  run: () => useUi.setState({ view }),
});

/** Gives the commands of the foundation their meaning. */
export function handleFirstCommands(): void {
  handleCommands({
    "file.newNote": { enabled: hasNotebook, run: () => openDialog({ kind: "new-note" }) },
    "file.openFolder": { run: () => open(bridge.chooseFolder) },
    "file.openFile": { run: () => open(bridge.chooseFile) },
    "file.openSample": { run: () => open(bridge.openSample) },
    "file.exportDraft": {
      enabled: () => hasNotebook() && lazyViews.draft !== undefined,
      run: async () => (await import("../draft/export-command.ts")).exportOrOpen(),
    },
    "file.save": withNote((id) => saverOf(id)?.flush()),
    "file.saveCopy": withNote(saveCopy),
    "file.rename": withNote((id) => openDialog({ kind: "rename-note", id })),
    "file.trash": withNote((id) => openDialog({ kind: "trash-note", id })),
    "file.reveal": withNote(async (id) => {
      const result = await bridge.revealNote({ id });
      if (!result.ok) notifyFailure(result.error);
    }),

    "edit.undo": inEditor((handle) => handle.undo()),
    "edit.redo": inEditor((handle) => handle.redo()),
    "edit.find": inEditor((handle) => handle.openFind()),
    "edit.replace": inEditor((handle) => handle.openFind(true)),

    "go.palette": { run: () => openDialog({ kind: "palette", mode: "commands" }) },
    "go.note": { enabled: hasNotebook, run: () => openDialog({ kind: "palette", mode: "places" }) },
    "go.nextModule": withNote(() => goToNeighbour(1)),
    "go.previousModule": withNote(() => goToNeighbour(-1)),
    "go.editor": inEditor((handle) => handle.focus()),
    "go.outline": withNote(() => focusInSidebar("outline-tree")),
    "go.filter": withNote(() => focusInSidebar("outline-filter")),

    "module.toggleTimer": { enabled: () => hasNote() || useTime.getState().running !== null, run: toggleTimer },
    "module.pause": {
      enabled: () => useTime.getState().running !== null || useTime.getState().paused,
      run: pauseSession,
    },
    "module.addSession": {
      enabled: () => currentModule() !== null,
      run: () => {
        const module = currentModule();
        if (module) openDialog({ kind: "add-session", module });
      },
    },

    "module.up": shaping((shape) => shape.moveAside(-1)),
    "module.down": shaping((shape) => shape.moveAside(1)),
    "module.promote": shaping((shape) => shape.moveOver(-1)),
    "module.demote": shaping((shape) => shape.moveOver(1)),
    "module.rename": shaping((shape) => shape.rename()),
    "module.insert": shaping((shape) => shape.insert("module")),
    "module.insertLevel": shaping((shape) => shape.insert("level")),
    "module.insertArea": shaping((shape) => shape.insert("area")),
    "module.duplicate": shaping((shape) => shape.duplicate()),
    "module.done": shaping((shape) => shape.markDone()),
    "module.extract": shaping((shape) => shape.extract()),

    "view.notes": { enabled: hasNotebook, run: () => useUi.setState({ view: "notes" }) },
    "view.plan": toView("plan"),
    "view.time": toView("time"),
    "view.draft": toView("draft"),
    "view.sidebar": {
      enabled: hasNotebook,
      run: () => changeSettings({ sidebar: !useSettings.getState().sidebar }),
    },
    "view.panel": { enabled: hasNotebook, run: () => changeSettings({ panel: !useSettings.getState().panel }) },
    "view.themeLight": { run: () => changeSettings({ theme: "light" }) },
    "view.themeDark": { run: () => changeSettings({ theme: "dark" }) },
    "view.themeSystem": { run: () => changeSettings({ theme: "system" }) },
    "view.textLarger": { run: resize(1) },
    "view.textSmaller": { run: resize(-1) },
    "view.spellcheck": { run: () => changeSettings({ spellcheck: !useSettings.getState().spellcheck }) },

    "help.keys": { run: () => openDialog({ kind: "keys" }) },
    "help.log": { run: () => openDialog({ kind: "about" }) },
    "help.about": { run: () => openDialog({ kind: "about" }) },
  });
}
