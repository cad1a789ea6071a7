import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/**
 * Something that the system has to have. On systems without apt only `wants` is used, to say what is missing.
 *
 * @typedef {object} Need
 * @property {string} wants a shared library ("libnss3.so") or a program in the PATH ("Xvfb")
 * @property {readonly string[]} packages names in Debian and Ubuntu, newest first: one of them is right
 */

/** @type {(wants: string, ...packages: string[]) => Need} */
const need = (wants, ...packages) => ({ wants, packages });

/** What a window of Electron needs. Ubuntu 24.04 and Debian 13 renamed some for their 64-bit time. */
export const windowNeeds = [
  need("libgtk-3.so.0", "libgtk-3-0t64", "libgtk-3-0"),
  need("libnss3.so", "libnss3"),
  need("libnspr4.so", "libnspr4"),
  need("libasound.so.2", "libasound2t64", "libasound2"),
  need("libgbm.so.1", "libgbm1"),
  need("libdrm.so.2", "libdrm2"),
  need("libatk-1.0.so.0", "libatk1.0-0t64", "libatk1.0-0"),
  need("libatk-bridge-2.0.so.0", "libatk-bridge2.0-0t64", "libatk-bridge2.0-0"),
  need("libatspi.so.0", "libatspi2.0-0t64", "libatspi2.0-0"),
  need("libcups.so.2", "libcups2t64", "libcups2"),
  need("libdbus-1.so.3", "libdbus-1-3"),
  need("libX11.so.6", "libx11-6"),
  need("libXcomposite.so.1", "libxcomposite1"),
  need("libXdamage.so.1", "libxdamage1"),
  need("libXext.so.6", "libxext6"),
  need("libXfixes.so.3", "libxfixes3"),
  need("libXrandr.so.2", "libxrandr2"),
  need("libxcb.so.1", "libxcb1"),
  need("libxkbcommon.so.0", "libxkbcommon0"),
];

/** What the tests cannot do without. */
export const testNeeds = [...windowNeeds, need("Xvfb", "xvfb"), need("chromium", "chromium"), need("git", "git")];

/** Programs that read what Lectern exports. Tests that use one are skipped, and say so, where it is missing. */
export const readerNeeds = [
  need("hledger", "hledger"),
  need("timew", "timewarrior"),
  need("emacs", "emacs-nox"),
  need("hugo", "hugo"),
  need("jekyll", "jekyll"),
  need("pandoc", "pandoc"),
  need("pdftotext", "poppler-utils"),
  need("strace", "strace"),
];

/**
 * The needs that this system does not meet. Only Linux is asked: elsewhere Electron brings all it needs.
 *
 * @param {readonly Need[]} needs
 * @returns {Need[]}
 */
export function missingOf(needs) {
  if (process.platform !== "linux") return needs.filter(({ wants }) => !isLibrary(wants) && !programPath(wants));
  const libraries = spawnSync("ldconfig", ["-p"], { encoding: "utf8", env: withSystemFolders() }).stdout ?? "";
  return needs.filter(({ wants }) => (isLibrary(wants) ? !libraries.includes(`\t${wants} `) : !programPath(wants)));
}

/**
 * Meets the needs: with apt where that is allowed (root on Debian or Ubuntu), otherwise by saying, in one line that can
 * be pasted, what to install.
 *
 * @param {readonly Need[]} needs
 * @param {(line: string) => void} [say]
 * @returns {Need[]} what is still missing
 */
export function ensureSystem(needs, say = (line) => console.error(line)) {
  const missing = missingOf(needs);
  if (missing.length === 0) return [];
  if (!existsSync("/usr/bin/apt-get")) {
    say(`Missing on this system, please install: ${missing.map(({ wants }) => wants).join(" ")}`);
    return missing;
  }
  if (process.getuid?.() !== 0) {
    say(`Missing on this system, please run: sudo apt-get install -y ${chosenPackages(missing).join(" ")}`);
    return missing;
  }
  // A new machine knows no packages yet; a list that knows all of them is new enough to install from.
  if (chosenPackages(missing).length < missing.length) runApt(["update"]);
  let packages = chosenPackages(missing);
  say(`Installing with apt: ${packages.join(" ")} …`);
  if (!install(packages)) {
    // Most often the list is older than the archive.
    runApt(["update"]);
    packages = chosenPackages(missing);
    if (!install(packages)) say(`apt could not install them. Please run: apt-get install -y ${packages.join(" ")}`);
  }
  return missingOf(needs);
}

/** @param {string} wants */
const isLibrary = (wants) => /\.so(\.|$)/.test(wants);

/**
 * @param {string} name
 * @returns {string | null} the absolute path of a program in the PATH
 */
export function programPath(name) {
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    const path = join(folder, name);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // Not in this folder.
    }
  }
  return null;
}

/**
 * For each need the package that this release of Debian or Ubuntu has; needs that apt knows no package for are left out.
 *
 * @param {readonly Need[]} needs
 */
function chosenPackages(needs) {
  const names = needs.flatMap(({ packages }) => packages);
  const policy = spawnSync("apt-cache", ["policy", ...names], {
    encoding: "utf8",
    env: { ...process.env, LC_ALL: "C" },
  });
  const known = new Set();
  for (const [, name, candidate] of (policy.stdout ?? "").matchAll(
    /^(\S+):\n {2}Installed: .*\n {2}Candidate: (\S+)/gm,
  )) {
    if (candidate !== "(none)") known.add(name);
  }
  return needs.flatMap(({ packages }) => packages.find((name) => known.has(name)) ?? []);
}

/** @param {readonly string[]} packages */
const install = (packages) => packages.length > 0 && runApt(["install", "-y", "--no-install-recommends", ...packages]);

/** @param {readonly string[]} words */
function runApt(words) {
  const options = ["-q", "-o", "DPkg::Lock::Timeout=180", "-o", "Dpkg::Use-Pty=0"];
  const env = { ...withSystemFolders(), DEBIAN_FRONTEND: "noninteractive" };
  const run = spawnSync("apt-get", [...options, ...words], { encoding: "utf8", env });
  if (run.status !== 0) console.error(run.stderr?.trim() || String(run.error));
  return run.status === 0;
}

/** ldconfig and dpkg's helpers lie in folders that the PATH of a plain user often lacks. */
function withSystemFolders() {
  return { ...process.env, PATH: `${process.env.PATH ?? ""}:/usr/sbin:/sbin` };
}
