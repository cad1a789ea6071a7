import { realpath, rename } from "node:fs/promises";
import { join, sep } from "node:path";
import type { CallName } from "#core/calls.ts";
import type { Result } from "#core/result.ts";
import { answer } from "../../electron/answer.ts";
import { initialSettings, initialWindowState, parseSettings, parseWindowState } from "../../electron/app-data.ts";
import { openJsonStore } from "../../electron/files/json-store.ts";
import type { WindowContext } from "../../electron/handlers/context.ts";
import { handlersFor } from "../../electron/handlers/handlers.ts";
import { openErrorLog } from "../../electron/log.ts";
import { openNotebook } from "../../electron/open-notebook.ts";

/** A window without a page: the real handlers on a real notebook. */
export interface SecurityWindow {
  /** Asks as the page would; rejects only where the border itself has a bug. */
  readonly ask: (name: CallName, input: unknown) => Promise<Result<unknown>>;
  /** Addresses that were opened outside. */
  readonly opened: readonly string[];
  /** What was trashed, as full real paths. */
  readonly trashed: readonly string[];
  readonly close: () => Promise<void>;
}

/** Opens `folder`, with the app's own data in `data`; every dialog is cancelled, as nobody is there to answer it. */
export async function windowOn(folder: string, data: string): Promise<SecurityWindow> {
  const { write: log } = openErrorLog(join(data, "errors.log"), () => new Date());
  const onError = (error: unknown) => log(error, "a store");
  const [settings, windowState] = await Promise.all([
    openJsonStore({ file: join(data, "settings.json"), parse: parseSettings, initial: initialSettings, onError }),
    openJsonStore({ file: join(data, "windows.json"), parse: parseWindowState, initial: initialWindowState, onError }),
  ]);
  const opened: string[] = [];
  const trashed: string[] = [];
  const trash = async (path: string) => {
    const real = await realpath(path);
    await rename(path, join(data, `trashed-${trashed.push(real)}`));
  };
  const now = () => new Date();
  const notebook = await openNotebook(folder, {
    dataFolder: data,
    windowState,
    send: () => {},
    trash,
    idleSeconds: () => undefined,
    stopOthers: async () => {},
    log,
    now,
  });
  if (!notebook.ok) throw new Error(notebook.error.message);
  const context: WindowContext = {
    settings,
    windowState,
    log,
    now,
    opening: Promise.resolve(),
    notebook: notebook.value,
    problem: null,
    desktop: {
      chooseFolder: async () => null,
      chooseFile: async () => null,
      chooseSavePath: async () => null,
      trash,
      reveal: () => {},
      openOutside: async (url) => void opened.push(url),
      openTarget: async () => false,
      send: () => {},
      applySettings: () => {},
      flushed: () => {},
      // The real one needs Electron and is attacked in test/desktop/attacks.spec.ts.
      imageAddress: async (root, path) => {
        const real = await realpath(path).catch(() => null);
        return real?.startsWith(root + sep) ? `note-asset://image/${real}` : null;
      },
      version: "tests",
      platform: process.platform,
      logFile: join(data, "errors.log"),
      sample: folder,
    },
  };
  const handlers = handlersFor(context);
  return {
    ask: (name, input) => answer(name, input, handlers, log),
    opened,
    trashed,
    close: async () => {
      await notebook.value.close();
      await Promise.all([settings.flush(), windowState.flush()]);
    },
  };
}
