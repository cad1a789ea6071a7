import { app, type Session, type WebPreferences } from "electron";
import { appScheme, assetScheme, isOwnAddress } from "./address.ts";

/** Every switch of SAFETY that a window has, written out so that a change of defaults changes nothing. */
export const webPreferences = (preload: string, packaged: boolean): WebPreferences => ({
  preload,
  contextIsolation: true,
  sandbox: true,
  webSecurity: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  experimentalFeatures: false,
  allowRunningInsecureContent: false,
  navigateOnDragDrop: false,
  devTools: !packaged,
  spellcheck: true,
});

/** The policy of the app's pages. The nonce is for the style element of the editor. */
export const contentPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' blob: data: ${assetScheme}:`,
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "frame-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");

const ownSchemes = new Set([`${appScheme}:`, `${assetScheme}:`, "blob:", "data:", "devtools:"]);

/** Denies every permission but writing to the clipboard, every download, and every request that is not ours. */
export const hardenSession = (session: Session, devServer: string | undefined): void => {
  session.setPermissionRequestHandler((contents, permission, decide) =>
    decide(permission === "clipboard-sanitized-write" && isOwnAddress(contents.getURL(), devServer)),
  );
  session.setPermissionCheckHandler(
    (_contents, permission, origin) =>
      permission === "clipboard-sanitized-write" && isOwnAddress(`${origin}/`, devServer),
  );
  session.on("will-download", (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((details, decide) => {
    const { protocol } = new URL(details.url);
    const own = ownSchemes.has(protocol);
    const development = devServer !== undefined && new URL(details.url).host === new URL(devServer).host;
    decide({ cancel: !own && !development });
  });
  // The dictionaries of the spelling checker come from the network; the system's own are used where there are any.
  session.setSpellCheckerDictionaryDownloadURL(`${appScheme}://lectern/dictionaries/`);
};

/** Keeps every page where it is: no window, no navigation, no guest page. Links go through the `openLink` call. */
export const hardenContents = (): void => {
  app.on("web-contents-created", (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: "deny" }));
    const prevent = (event: { preventDefault: () => void }) => event.preventDefault();
    contents.on("will-navigate", prevent);
    contents.on("will-frame-navigate", prevent);
    contents.on("will-redirect", prevent);
    contents.on("will-attach-webview", prevent);
  });
};
