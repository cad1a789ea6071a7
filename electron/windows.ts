import { existsSync } from "node:fs";
import { basename } from "node:path";
import { app, type BrowserWindow, type WebContents } from "electron";
import type { Settings } from "#core/api.ts";
import type { CommandId } from "#core/commands.ts";
import type { Handlers, Log } from "./answer.ts";
import { recentPaths, type Store, type WindowState, withNotebook } from "./app-data.ts";
import { closeSafely } from "./closing.ts";
import { desktopOf, followTheme } from "./desktop.ts";
import type { Desktop, WindowContext } from "./handlers/context.ts";
import { handlersFor } from "./handlers/handlers.ts";
import { openNotebook } from "./open-notebook.ts";
import { openTray } from "./tray.ts";
import { boundsOf, makeWindow } from "./window.ts";

/** What every window shares. */
export interface Shared {
  readonly preload: string;
  readonly icon: string;
  readonly page: string;
  readonly sample: string;
  readonly logFile: string;
  readonly dataFolder: string;
  readonly settings: Store<Settings>;
  readonly windowState: Store<WindowState>;
  readonly imageAddress: Desktop["imageAddress"];
  readonly idleSeconds: () => number | undefined;
  readonly log: Log;
}

interface Open {
  readonly window: BrowserWindow;
  readonly context: WindowContext;
  readonly handlers: Handlers;
  readonly flushed: (unsaved: readonly string[]) => void;
}

/** All windows, one a notebook. */
export interface Windows {
  /** Shows the notebook at `path` in the window that has it, or in a new one; null: the welcome. */
  readonly show: (path: string | null) => Promise<void>;
  readonly handlersOf: (contents: WebContents) => Handlers | undefined;
  readonly command: (id: CommandId) => void;
  readonly isQuitting: (quitting: boolean) => void;
  /** Brings a window to the front, or makes one (macOS, a click on the dock). */
  readonly activate: () => void;
  /** The notebook opened last, if it is still there. */
  readonly lastNotebook: () => string | null;
  /** Tells every running session what the machine does. */
  readonly power: (type: "suspend" | "wake" | "lock" | "unlock" | "shutdown") => void;
}

/** Keeps the windows. */
export const keepWindows = (shared: Shared): Windows => {
  const all = new Map<number, Open>();
  let quitting = false;
  const now = () => new Date();

  const stopOthers = async (key: string) => {
    for (const { context } of all.values())
      if (context.notebook && context.notebook.key !== key && context.notebook.time.state().running)
        await context.notebook.time.happen({ type: "stop" });
  };

  /** The window whose notebook has the running session, or a paused one. */
  const timed = () => {
    const times = [...all.values()].flatMap(({ context }) => (context.notebook ? [context.notebook.time] : []));
    return times.find((time) => time.state().running) ?? times.find((time) => time.state().paused);
  };

  const showTime = () => {
    const time = timed()?.state() ?? { running: null, paused: false };
    tray.update(time, shared.settings.get().focusMinutes, now());
  };

  const applySettings = (settings: Settings) => {
    followTheme(settings);
    for (const { context } of all.values()) context.desktop.send("settingsChanged", settings);
    showTime();
  };

  const focus = (window: BrowserWindow) => {
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  };

  /** Opens `path` into a window's context; false where another window has that notebook and came to the front. */
  const openInto = async (context: WindowContext, path: string): Promise<boolean> => {
    const { send, trash } = context.desktop;
    const opened = await openNotebook(path, {
      ...shared,
      send: (name, payload) => {
        send(name, payload);
        if (name === "timeChanged") showTime();
      },
      trash,
      stopOthers,
      now,
    });
    if (!opened.ok) {
      context.problem = opened.error;
      return true;
    }
    const notebook = opened.value;
    const other = [...all.values()].find((open) => open.context.notebook?.key === notebook.key);
    if (other) {
      focus(other.window);
      if (notebook.firstNote) other.context.desktop.send("openNote", { id: notebook.firstNote });
      await notebook.close();
      return false;
    }
    context.notebook = notebook;
    context.problem = null;
    showTime();
    shared.windowState.set(
      withNotebook(shared.windowState.get(), notebook.key, now().getTime(), (state) => ({
        ...state,
        opened: now().getTime(),
      })),
    );
    return true;
  };

  const remember = async ({ window, context }: Open) => {
    const { notebook } = context;
    if (!notebook) return;
    const bounds = boundsOf(window);
    shared.windowState.set(
      withNotebook(shared.windowState.get(), notebook.key, now().getTime(), (state) => ({ ...state, bounds })),
    );
    await notebook.close();
    await shared.windowState.flush();
  };

  const make = (path: string | null): Open => {
    const bounds = path === null ? undefined : shared.windowState.get().notebooks[path]?.bounds;
    const window = makeWindow({ preload: shared.preload, icon: shared.icon, packaged: app.isPackaged, bounds });
    const id = window.webContents.id;
    const desktop = desktopOf(window, {
      openTarget: async (from, target) => {
        const open = all.get(from.webContents.id);
        if (!open) return false;
        if (open.context.notebook) {
          await show(target);
          return false;
        }
        return openInto(open.context, target);
      },
      applySettings,
      flushed: (_window, unsaved) => all.get(id)?.flushed(unsaved),
      imageAddress: shared.imageAddress,
      logFile: shared.logFile,
      sample: shared.sample,
    });
    const context: WindowContext = {
      desktop,
      settings: shared.settings,
      windowState: shared.windowState,
      log: shared.log,
      now,
      opening: Promise.resolve(true),
      notebook: null,
      problem: null,
    };
    const { flushed } = closeSafely(window, {
      askToFlush: () => desktop.send("flush", undefined),
      beforeGone: async () => {
        const open = all.get(id);
        all.delete(id);
        if (open) await remember(open).catch((error) => shared.log(error, "closing a window"));
        if (quitting && all.size > 0) app.quit();
      },
      stay: () => {
        quitting = false;
      },
    });
    const open = { window, context, handlers: handlersFor(context), flushed };
    all.set(id, open);
    window.on("focus", () => context.notebook?.lookAgain());
    window.webContents.on("render-process-gone", (_event, details) => {
      shared.log(new Error(`the page ended: ${details.reason}`), `window of ${basename(context.notebook?.key ?? "-")}`);
      if (details.reason !== "clean-exit" && !window.isDestroyed()) window.webContents.reload();
    });
    return open;
  };

  const show = async (path: string | null): Promise<void> => {
    const open = make(path);
    // The page loads while the notebook opens; `getStart` waits for it.
    const opening = path === null ? Promise.resolve(true) : openInto(open.context, path);
    open.context.opening = opening;
    const loading = open.window.loadURL(shared.page).catch((error) => {
      if (!open.window.isDestroyed()) shared.log(error, "loading the page");
    });
    if (await opening) await loading;
    else {
      all.delete(open.window.webContents.id);
      open.window.destroy();
    }
  };

  const happen = (type: "stop" | "pause" | "resume") =>
    timed()
      ?.happen({ type })
      .catch((error) => shared.log(error, `the tray: ${type}`));

  const activate = () => {
    const [first] = all.values();
    if (first) focus(first.window);
    else void show(null);
  };

  const tray = openTray(shared.icon, {
    stop: () => void happen("stop"),
    pauseOrGoOn: () => void happen(timed()?.state().running ? "pause" : "resume"),
    show: activate,
    log: shared.log,
  });

  return {
    show,
    handlersOf: (contents) => all.get(contents.id)?.handlers,
    command: (id) => {
      const front = [...all.values()].find(({ window }) => window.isFocused()) ?? [...all.values()].at(-1);
      if (front) front.context.desktop.send("command", { id });
      else void show(null);
    },
    isQuitting: (value) => {
      quitting = value;
    },
    activate,
    power: (type) => {
      for (const { context } of all.values())
        context.notebook?.time.happen({ type }).catch((error) => shared.log(error, `power: ${type}`));
    },
    lastNotebook: () => recentPaths(shared.windowState.get(), 1).find((path) => existsSync(path)) ?? null,
  };
};
