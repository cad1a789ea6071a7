import { createHash } from "node:crypto";
import { cp } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Recent } from "#core/api.ts";
import { fail, ok } from "#core/result.ts";
import { outsideAddress } from "../address.ts";
import type { Handlers } from "../answer.ts";
import { recentPaths } from "../app-data.ts";
import type { WindowContext } from "./context.ts";

type AppCalls =
  | "getStart"
  | "setSettings"
  | "chooseFolder"
  | "chooseFile"
  | "openRecent"
  | "openDropped"
  | "openSample"
  | "openLink"
  | "reportError"
  | "flushed";

const recentId = (path: string) => createHash("sha256").update(path).digest("base64url").slice(0, 16);

const recents = (context: WindowContext): Recent[] =>
  recentPaths(context.windowState.get()).map((path) => ({ id: recentId(path), name: basename(path), path }));

/** Windows, notebooks and settings. */
export const appHandlers = (context: WindowContext): Pick<Handlers, AppCalls> => {
  const { desktop, settings } = context;

  const openChosen = async (path: string | null) => ok({ opened: path !== null && (await desktop.openTarget(path)) });

  return {
    getStart: async () => {
      await context.opening;
      const { notebook, problem } = context;
      return ok({
        notebook: notebook?.info ?? null,
        noteId: notebook?.firstNote ?? null,
        settings: settings.get(),
        recents: recents(context),
        version: desktop.version,
        platform: desktop.platform,
        logFile: desktop.logFile,
        problem: problem && { message: problem.message, action: problem.action },
      });
    },
    setSettings: async (change) => {
      const given = Object.entries(change).filter(([, value]) => value !== undefined);
      const next = { ...settings.get(), ...Object.fromEntries(given) };
      settings.set(next);
      desktop.applySettings(next);
      return ok(next);
    },
    chooseFolder: async () => openChosen(await desktop.chooseFolder("Open folder")),
    chooseFile: async () => openChosen(await desktop.chooseFile("Open file", ["md", "markdown"])),
    openRecent: async ({ id }) => {
      const path = recentPaths(context.windowState.get()).find((recent) => recentId(recent) === id);
      return path === undefined
        ? fail("not-found", "That notebook is no longer in the list.", "Open its folder instead.")
        : openChosen(path);
    },
    openDropped: async ({ path }) => openChosen(path),
    openSample: async () => {
      const folder = await desktop.chooseFolder("Where to put the sample notebook");
      if (folder === null) return ok({ opened: false });
      const target = join(folder, "Lectern sample");
      try {
        await cp(desktop.sample, target, { recursive: true, errorOnExist: true, force: false });
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        // It is there from before: open it as it is, with whatever was written into it.
        if (code !== "ERR_FS_CP_EEXIST") {
          context.log(error, "copying the sample notebook");
          return fail("io", `The sample notebook could not be copied to ${folder}.`, "Choose another folder.", {
            file: target,
          });
        }
      }
      return openChosen(target);
    },
    openLink: async ({ url }) => {
      const address = outsideAddress(url);
      if (address === null)
        return fail(
          "not-allowed",
          `Lectern does not open "${url.slice(0, 200)}".`,
          "Only http, https and mailto links are opened.",
        );
      await desktop.openOutside(address);
      return ok(undefined);
    },
    reportError: async ({ message }) => {
      context.log(new Error(message), "the window");
      return ok(undefined);
    },
    flushed: async ({ unsaved }) => {
      desktop.flushed(unsaved);
      return ok(undefined);
    },
  };
};
