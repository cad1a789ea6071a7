import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, isStale, products, root } from "../../electron/setup/build.mjs";
import { ensureSystem, testNeeds } from "../../electron/setup/system.mjs";
import { startDisplay } from "../runner/display.mjs";

// `npm run bench [-- typing start folder recognise time]` measures what is named, or everything, in one run on this machine.
process.chdir(root);
const words = process.argv.slice(2);
const wanted = (/** @type {string} */ name) => words.length === 0 || words.includes(name);

if (ensureSystem(testNeeds).length > 0) process.exit(3);
if (isStale(products.app) && !build(products.app)) {
  console.error("Lectern could not be built; the lines above say why.");
  process.exit(3);
}
const { measureAll } = await import("./measure.ts");
const display = process.platform === "linux" && !process.env.DISPLAY ? await startDisplay() : null;
if (display) process.env.DISPLAY = display.name;
const folder = await mkdtemp(join(tmpdir(), "lectern-bench-"));
try {
  const short = await measureAll(folder, wanted);
  console.log(
    short === 0 ? "Everything keeps to its limit." : `${short} ${short === 1 ? "figure falls" : "figures fall"} short.`,
  );
  process.exitCode = short === 0 ? 0 : 1;
} finally {
  await rm(folder, { recursive: true, force: true });
  display?.stop();
}
