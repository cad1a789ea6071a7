import { spawn } from "node:child_process";
import { root } from "./build.mjs";
import { end, prepareWindow, requireDisplay, userSwitches } from "./launch.mjs";

// Hot reload: the page comes from a development server, and a change of the main process starts it again.
requireDisplay();
const { executable, version } = await prepareWindow({ built: false });
const words = ["dev", "--watch", "--", ...userSwitches(), ...process.argv.slice(2)];
const dev = spawn("electron-vite", words, {
  cwd: root,
  stdio: "inherit",
  env: { ...process.env, ELECTRON_EXEC_PATH: executable, ELECTRON_MAJOR_VER: version.split(".")[0] },
});
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) process.on(signal, () => dev.kill(signal));
dev.on("error", (error) => end(3, `The development server could not be started: ${error.message}`));
dev.on("close", (code) => process.exit(code ?? 0));
