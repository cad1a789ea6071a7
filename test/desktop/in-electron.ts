import { fileURLToPath } from "node:url";
import { _electron } from "playwright";
import { ensureRuntime } from "../../electron/setup/runtime.mjs";
import type { Running, Start } from "./lectern.ts";

const project = fileURLToPath(new URL("../..", import.meta.url));

/** Starts the built app in the real Electron. */
export const startElectron = async ({ path, data }: Start & { data: string }): Promise<Running> => {
  const runtime = await ensureRuntime(() => {});
  const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const electron = await _electron.launch({
    executablePath: runtime.executable,
    args: [...asRoot, project, `--user-data-dir=${data}`, ...(path === undefined ? [] : [path])],
  });
  await electron.evaluate(({ session, shell, dialog }) => {
    const seen = { requests: [] as string[], outside: [] as string[] };
    (globalThis as Record<string, unknown>).seenByTests = seen;
    session.defaultSession.webRequest.onErrorOccurred((details) => {
      if (details.error === "net::ERR_BLOCKED_BY_CLIENT") seen.requests.push(details.url);
    });
    session.defaultSession.webRequest.onCompleted((details) => {
      if (!/^(app|note-asset|blob|data|devtools):/.test(details.url)) seen.requests.push(details.url);
    });
    shell.openExternal = async (url) => void seen.outside.push(url);
    // No test answers a question of the system's by accident.
    dialog.showMessageBox = async () => ({ response: 0, checkboxChecked: false });
  });
  const page = await electron.firstWindow();
  const seen = (which: "requests" | "outside") =>
    electron.evaluate((_electron, name) => {
      const kept = (globalThis as Record<string, unknown>).seenByTests as Record<string, string[]>;
      return kept[name] ?? [];
    }, which);
  let ended = false;
  electron.process().once("exit", () => {
    ended = true;
  });
  return {
    page,
    data,
    electron,
    close: async () => {
      const gone = new Promise((done) => electron.process().once("exit", done));
      await electron.evaluate(({ BrowserWindow }) => {
        for (const window of BrowserWindow.getAllWindows()) window.close();
      });
      await gone;
    },
    kill: async () => {
      if (ended) return;
      const gone = new Promise((done) => electron.process().once("exit", done));
      electron.process().kill("SIGKILL");
      await gone;
    },
    choose: (answer) =>
      electron.evaluate(({ dialog }, chosen) => {
        dialog.showOpenDialog = (async () => ({
          canceled: false,
          filePaths: [chosen],
        })) as typeof dialog.showOpenDialog;
        dialog.showSaveDialog = (async () => ({ canceled: false, filePath: chosen })) as typeof dialog.showSaveDialog;
      }, answer),
    requests: () => seen("requests"),
    openedOutside: () => seen("outside"),
  };
};
