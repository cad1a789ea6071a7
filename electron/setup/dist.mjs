import { spawnSync } from "node:child_process";
import { build, products, root } from "./build.mjs";
import { end } from "./launch.mjs";
import { ensureRuntime } from "./runtime.mjs";

// npm run dist [-- OPTIONS OF ELECTRON-BUILDER], such as: npm run dist -- --linux dir
for (const product of [products.app, products.terminal]) {
  if (!build(product)) end(3, `${product.name} could not be built; the lines above say why.`);
}
const words = ["--config", "electron/setup/builder.config.mjs", "--publish", "never", ...process.argv.slice(2)];
/** @type {NodeJS.ProcessEnv} */
const env = { ...process.env };
// Packages for other systems need the official Electron, which electron-builder then fetches itself.
const runtime = await ensureRuntime().catch((error) => end(3, error.message));
if (!runtime.official) {
  console.error(
    `The package gets the stand-by runtime, Electron ${runtime.version}: good for tests, not for anybody else.`,
  );
  env.LECTERN_STAND_BY = runtime.executable;
}
const run = spawnSync("electron-builder", words, {
  cwd: root,
  stdio: "inherit",
  env: { ...env, PATH: `${root}/node_modules/.bin:${env.PATH}` },
  shell: process.platform === "win32",
});
process.exitCode = run.status ?? 1;
