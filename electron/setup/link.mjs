import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./build.mjs";

/**
 * Puts `lectern` into node_modules/.bin, so that `npx lectern` works in the project's folder: npm links the commands of
 * dependencies there, but not the project's own, and takes away this link when a package is added.
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
