import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./build.mjs";

/**
 * Puts `lectern` into node_modules/.bin, where `npx lectern` finds it. A `bin` entry in package.json would be the usual
 * way for a package that others install; npx would then install the whole project into its cache first, and stay broken
 * when that was interrupted once.
 */
export function linkCommand() {
  const bin = join(root, "node_modules", ".bin");
  mkdirSync(bin, { recursive: true });
  if (process.platform === "win32") {
    writeFileSync(join(bin, "lectern.cmd"), '@node "%~dp0\\..\\..\\electron\\setup\\lectern.mjs" %*\r\n');
    return;
  }
  const link = join(bin, "lectern");
  if (existsSync(link)) return;
  rmSync(link, { force: true });
  symlinkSync("../../electron/setup/lectern.mjs", link);
}
