import { app, type BrowserWindow, dialog, nativeTheme, shell } from "electron";
import type { Settings } from "#core/api.ts";
import type { Desktop } from "./handlers/context.ts";

/** What belongs to the app as a whole, and not to one window. */
export interface AppDesktop {
  readonly openTarget: (window: BrowserWindow, path: string) => Promise<boolean>;
  readonly applySettings: (settings: Settings) => void;
  readonly flushed: (window: BrowserWindow, unsaved: readonly string[]) => void;
  readonly imageAddress: Desktop["imageAddress"];
  readonly logFile: string;
  readonly sample: string;
}

/** The desktop as one window's handlers see it: dialogs belong to the window, events go to it. */
export const desktopOf = (window: BrowserWindow, owner: AppDesktop): Desktop => ({
  chooseFolder: async (title) => {
    const { filePaths } = await dialog.showOpenDialog(window, {
      title,
      properties: ["openDirectory", "createDirectory"],
    });
    return filePaths[0] ?? null;
  },
  chooseFile: async (title, endings) => {
    const filters = [{ name: "Files", extensions: [...endings] }];
    const { filePaths } = await dialog.showOpenDialog(window, { title, properties: ["openFile"], filters });
    return filePaths[0] ?? null;
  },
  chooseSavePath: async (title, suggested) => {
    const { filePath } = await dialog.showSaveDialog(window, { title, defaultPath: suggested });
    return filePath === undefined || filePath === "" ? null : filePath;
  },
  trash: (path) => shell.trashItem(path),
  reveal: (path) => shell.showItemInFolder(path),
  openOutside: (url) => shell.openExternal(url),
  openTarget: (path) => owner.openTarget(window, path),
  send: (name, payload) => {
    if (!window.isDestroyed()) window.webContents.send(`event:${name}`, payload);
  },
  applySettings: owner.applySettings,
  flushed: (unsaved) => owner.flushed(window, unsaved),
  imageAddress: owner.imageAddress,
  version: app.getVersion(),
  platform: process.platform,
  logFile: owner.logFile,
  sample: owner.sample,
});

/** Makes the system's own parts (menus, dialogs, scroll bars) follow the theme that the person chose. */
export const followTheme = (settings: Settings): void => {
  nativeTheme.themeSource = settings.theme;
};
