import { BrowserWindow, nativeTheme, screen } from "electron";
import type { Bounds } from "./app-data.ts";
import { webPreferences } from "./hardening.ts";

/** The colour behind the page until it has painted: the paper of renderer/styles/tokens.css. */
const paper = { light: "#faf8f3", dark: "#1a1917" };

const smallest = { minWidth: 640, minHeight: 420 };

/** A remembered place, if any screen of today still shows a good part of it. */
const onScreen = (bounds: Bounds | undefined): Partial<Bounds> => {
  if (!bounds) return {};
  const shown = screen.getAllDisplays().some(({ workArea }) => {
    const width = Math.min(bounds.x + bounds.width, workArea.x + workArea.width) - Math.max(bounds.x, workArea.x);
    const height = Math.min(bounds.y + bounds.height, workArea.y + workArea.height) - Math.max(bounds.y, workArea.y);
    return width > 100 && height > 50;
  });
  return shown ? bounds : { width: bounds.width, height: bounds.height };
};

/** How a window is made. */
export interface WindowOptions {
  readonly preload: string;
  readonly icon: string;
  readonly packaged: boolean;
  readonly bounds: Bounds | undefined;
}

/** Makes a window, hidden until it has painted once, so that nobody sees an empty sheet. */
export const makeWindow = ({ preload, icon, packaged, bounds }: WindowOptions): BrowserWindow => {
  const { maximized = false, ...place } = onScreen(bounds);
  const window = new BrowserWindow({
    width: 1280,
    height: 820,
    ...place,
    ...smallest,
    show: false,
    title: "Lectern",
    icon,
    backgroundColor: nativeTheme.shouldUseDarkColors ? paper.dark : paper.light,
    webPreferences: webPreferences(preload, packaged),
  });
  if (maximized) window.maximize();
  window.once("ready-to-show", () => window.show());
  return window;
};

/** The window's place now; that of the unmaximised window where it is maximised. */
export const boundsOf = (window: BrowserWindow): Bounds => ({
  ...window.getNormalBounds(),
  maximized: window.isMaximized(),
});
