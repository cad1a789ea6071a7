import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, realpathSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { argv } from "node:process";
import { fileURLToPath } from "node:url";

/** The folder that holds package.json. */
export const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");

/** What goes into every build: a change in any of them makes a build stale. */
const always = ["package.json", "package-lock.json", "core"];

/**
 * One thing that can be built.
 *
 * @typedef {object} Product
 * @property {string} name
 * @property {readonly string[]} results files that a whole build leaves
 * @property {readonly string[]} sources files and folders that go into it
 * @property {readonly string[]} command a program of node_modules/.bin and its arguments
 */

/** @type {Record<"app" | "terminal", Product>} */
export const products = {
  app: {
    name: "Lectern",
    results: ["out/main/main.cjs", "out/preload/preload.cjs", "out/renderer/index.html"],
    sources: [...always, "electron.vite.config.ts", "electron", "renderer"],
    command: ["electron-vite", "build", "--logLevel", "warn"],
  },
  terminal: {
    name: "the terminal command",
    results: ["out/cli/cli.cjs"],
    sources: [...always, "electron"],
    command: ["vite", "build", "--config", "electron/setup/terminal.vite.config.mjs"],
  },
};

/**
 * Whether a product has to be built (again): a result is missing, or a source is newer than the oldest result.
 *
 * @param {Product} product
 */
export function isStale({ results, sources }) {
  const built = results.map((file) => resolve(root, file));
  if (!built.every((file) => existsSync(file))) return true;
  const since = Math.min(...built.map((file) => statSync(file).mtimeMs));
  return sources.some((path) => newestIn(resolve(root, path)) > since);
}

/**
 * Builds a product; what the build tools say is shown.
 *
 * @param {Product} product
 * @returns {boolean} whether it worked
 */
export function build({ command: [program = "", ...words] }) {
  const bin = join(root, "node_modules", ".bin");
  // The tools want a newer Node than the machine may have: node_modules/.bin holds the pinned one.
  const env = { ...process.env, PATH: `${bin}${process.platform === "win32" ? ";" : ":"}${process.env.PATH ?? ""}` };
  const shell = process.platform === "win32";
  const run = spawnSync(join(bin, program), words, { cwd: root, stdio: ["ignore", 2, 2], env, shell });
  return run.status === 0;
}

/**
 * @param {string} path
 * @returns {number} the time of the newest change in it, in milliseconds
 */
function newestIn(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  // A folder's own time changes when a file is added or removed in it.
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}

// `node electron/setup/build.mjs [app | terminal] [--if-stale]` builds what is named, or everything.
if (argv[1] && realpathSync(argv[1]) === fileURLToPath(import.meta.url)) {
  const words = argv.slice(2);
  const named = words.filter((word) => word === "app" || word === "terminal");
  for (const name of named.length > 0 ? named : /** @type {const} */ (["terminal", "app"])) {
    const product = products[name];
    if (words.includes("--if-stale") && !isStale(product)) continue;
    if (!build(product)) {
      console.error(`${product.name} could not be built.`);
      process.exitCode = 1;
    }
  }
}
