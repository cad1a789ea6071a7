import { build, isStale, products } from "./build.mjs";
import { linkCommand } from "./link.mjs";
import { ensureRuntime } from "./runtime.mjs";
import { ensureSystem, windowNeeds } from "./system.mjs";

/**
 * Ends the program with a sentence for the person.
 *
 * @param {number} code
 * @param {string} sentence
 * @returns {never}
 */
export function end(code, sentence) {
  console.error(sentence);
  process.exit(code);
}

/** Ends with code 2 where no window can be opened. Asked before anything that takes time. */
export function requireDisplay() {
  if (process.platform === "linux" && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    end(2, "There is no display to open a window on. In a terminal, use: npx lectern outline FILE");
  }
}

/**
 * Gets everything ready for a window: system libraries, the build, the runtime. Ends the program where that fails.
 *
 * @param {{ built: boolean }} options `built`: whether the app's build has to be up to date
 * @returns {Promise<import("./runtime.mjs").Runtime>}
 */
export async function prepareWindow({ built }) {
  if (ensureSystem(windowNeeds).length > 0) process.exit(3);
  if (built && isStale(products.app) && !build(products.app)) {
    end(3, "Lectern could not be built; the lines above say why.");
  }
  linkCommand();
  return ensureRuntime().catch((error) => end(3, error.message));
}

/** The switches that this user needs: Chromium refuses its sandbox to root, and to root alone it is turned off. */
export function userSwitches() {
  if (process.getuid?.() !== 0) return [];
  console.error("Running as root: Chromium's sandbox is off (--no-sandbox).");
  return ["--no-sandbox"];
}
