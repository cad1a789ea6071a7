import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { app, Menu, powerMonitor, session } from "electron";
import { isOwnAddress, pageAddress } from "./address.ts";
import { initialSettings, initialWindowState, parseSettings, parseWindowState } from "./app-data.ts";
import { readStartArguments } from "./arguments.ts";
import { guardBorder } from "./border.ts";
import { followTheme } from "./desktop.ts";
import { mendTorn } from "./files/in-place.ts";
import { openJsonStore } from "./files/json-store.ts";
import { cleanStrays } from "./files/temp-file.ts";
import { hardenContents, hardenSession } from "./hardening.ts";
import { openErrorLog } from "./log.ts";
import { buildMenu } from "./menu.ts";
import { registerSchemes, serveAssets, servePages } from "./protocol.ts";
import { runTerminalCommand, terminalCommand } from "./terminal/packaged.ts";
import { keepWindows } from "./windows.ts";

const now = () => new Date();
const out = join(__dirname, "..");
const resources = app.isPackaged ? join(process.resourcesPath, "lectern") : join(out, "..", "resources");
const devServer = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL;
const log = openErrorLog(join(app.getPath("userData"), "logs", "errors.log"), now);
process.on("uncaughtException", (error) => log.write(error, "the main process"));
process.on("unhandledRejection", (error) => log.write(error, "the main process"));

/** The arguments meant for Lectern: after the program, and after the app's folder where that is an argument too. */
const ownArguments = (argv: readonly string[]) => {
  const rest = argv.slice(1);
  // In development the app's folder is the first word that is no switch: launchers put switches before it.
  const first = app.isPackaged ? -1 : rest.findIndex((word) => !word.startsWith("-"));
  const isApp = first >= 0 && resolve(rest[first] ?? "") === app.getAppPath();
  return readStartArguments(isApp ? rest.filter((_, index) => index !== first) : rest);
};

const start = async (path: string | null): Promise<void> => {
  await app.whenReady();
  hardenSession(session.defaultSession, devServer);
  servePages(session.defaultSession, join(out, "renderer"));
  const assets = serveAssets(session.defaultSession);

  const stored = <T>(name: string, parse: (value: unknown) => T, initial: T) =>
    openJsonStore({
      file: join(app.getPath("userData"), name),
      parse,
      initial,
      onError: (error) => log.write(error, name),
    });
  const [settings, windowState] = await Promise.all([
    stored("settings.json", parseSettings, initialSettings),
    stored("windows.json", parseWindowState, initialWindowState),
  ]);
  followTheme(settings.get());

  // What a killed run was in the middle of, before any note is opened.
  const rescue = join(app.getPath("userData"), "rescue");
  try {
    for (const { path, outcome, why } of await mendTorn(rescue))
      if (outcome === "later" || outcome === "foreign")
        log.write(new Error(`${outcome}: ${why ?? ""}`), `mending ${path}`);
    await cleanStrays(rescue, now().getTime());
  } catch (error) {
    log.write(error, "cleaning up after the last run");
  }

  const windows = keepWindows({
    preload: join(out, "preload", "preload.cjs"),
    icon: join(resources, "icons", "256x256.png"),
    page: pageAddress(devServer),
    sample: join(resources, "sample"),
    logFile: log.file,
    dataFolder: app.getPath("userData"),
    settings,
    windowState,
    imageAddress: assets.addressOf,
    idleSeconds: () => powerMonitor.getSystemIdleTime(),
    log: log.write,
  });
  guardBorder({ handlersOf: windows.handlersOf, isOurs: (url) => isOwnAddress(url, devServer), log: log.write });
  Menu.setApplicationMenu(buildMenu(windows.command, process.platform));

  app.on("second-instance", (_event, argv, folder) => {
    const asked = ownArguments(argv).path;
    void windows.show(asked === null ? null : resolve(folder, asked));
  });
  app.on("open-file", (event, file) => {
    event.preventDefault();
    void windows.show(file);
  });
  powerMonitor.on("suspend", () => windows.power("suspend"));
  powerMonitor.on("resume", () => windows.power("wake"));
  powerMonitor.on("lock-screen", () => windows.power("lock"));
  powerMonitor.on("unlock-screen", () => windows.power("unlock"));
  powerMonitor.on("shutdown", () => windows.power("shutdown"));
  app.on("activate", () => windows.activate());
  app.on("before-quit", () => windows.isQuitting(true));
  app.on("window-all-closed", () => {
    if (process.platform !== "darwin") app.quit();
  });
  await windows.show(path ?? windows.lastNotebook());
};

const command = app.isPackaged ? terminalCommand(process.argv.slice(1)) : null;
if (command !== null) process.exit(runTerminalCommand(join(out, "cli", "worker.cjs"), command));

const asked = ownArguments(process.argv);
if (asked.unknown !== null) {
  process.stderr.write(`Lectern does not know the argument "${asked.unknown}". Use: lectern [FOLDER or FILE]\n`);
  app.exit(2);
} else if (!app.requestSingleInstanceLock()) {
  app.exit(0);
} else {
  // As root Chromium needs --no-sandbox, which only the development launcher adds; enableSandbox() would take it back
  // in this process alone, and every process it starts would end at once.
  if (!app.commandLine.hasSwitch("no-sandbox")) app.enableSandbox();
  registerSchemes();
  hardenContents();
  const path = asked.path === null ? null : resolve(asked.path);
  if (path !== null && !existsSync(path)) {
    // The window says it too; the terminal is where the mistake was made.
    process.stderr.write(`There is no folder or file "${asked.path}".\n`);
  }
  start(path).catch((error) => {
    log.write(error, "starting");
    process.stderr.write(`Lectern could not start. ${log.file} says why.\n`);
    app.exit(3);
  });
}
