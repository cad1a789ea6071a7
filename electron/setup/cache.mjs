import { homedir } from "node:os";
import { join } from "node:path";

/**
 * The folder in which Lectern's own scripts keep what they fetched (runtimes, never notes). It may be deleted at any
 * time. `LECTERN_CACHE` names another one.
 *
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string} an absolute path; the folder may not exist yet
 */
export function cacheFolder(env = process.env) {
  if (env.LECTERN_CACHE) return env.LECTERN_CACHE;
  if (process.platform === "darwin") return join(homedir(), "Library", "Caches", "lectern");
  if (process.platform === "win32") return join(env.LOCALAPPDATA ?? join(homedir(), "AppData", "Local"), "lectern");
  return join(env.XDG_CACHE_HOME || join(homedir(), ".cache"), "lectern");
}
