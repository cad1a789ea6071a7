import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build, products, root } from "./build.mjs";

// npm runs this at the end of `npm ci`. npm links the commands of dependencies into node_modules/.bin, but not the
// project's own: done here, so that `npx lectern` works in the project's folder.
const bin = join(root, "node_modules", ".bin");
mkdirSync(bin, { recursive: true });
if (process.platform === "win32") {
  writeFileSync(join(bin, "lectern.cmd"), '@node "%~dp0\\..\\..\\electron\\setup\\lectern.mjs" %*\r\n');
} else {
  const link = join(bin, "lectern");
  rmSync(link, { force: true });
  symlinkSync("../../electron/setup/lectern.mjs", link);
}

// A failure is no reason to have nothing installed: `npx lectern` builds again, and says what is wrong.
if (!build(products.terminal)) console.error("The terminal command could not be built yet; the lines above say why.");
