import { spawn } from "node:child_process";
import { root } from "./build.mjs";
import { end, prepareWindow, requireDisplay, userSwitches } from "./launch.mjs";

/** Switches of Chromium that are handed on: a profile of its own, and what tools need. */
const handedOn = /^--(user-data-dir=|remote-debugging-port=|inspect(=|$)|lang=|ozone-platform|force-)/;

const words = process.argv.slice(2);
const split = words.includes("--") ? words.indexOf("--") : words.length;
const switches = words.slice(0, split).filter((word) => word.startsWith("-"));
const paths = [...words.slice(0, split).filter((word) => !word.startsWith("-")), ...words.slice(split + 1)];
const unknown = switches.find((word) => !handedOn.test(word));
if (unknown) end(2, `Lectern does not know the argument "${unknown}". Use: npm start [-- FOLDER or FILE]`);
if (paths.length > 1) end(2, `Lectern opens one folder or file, and "${paths[1]}" is a second one.`);
requireDisplay();

const { executable } = await prepareWindow({ built: true });
const app = spawn(executable, [...switches, ...userSwitches(), root, "--", ...paths], {
  stdio: "inherit",
  // npm runs scripts in the project's folder; a path is meant from where the person stands.
  cwd: process.env.INIT_CWD ?? process.cwd(),
});
// Ctrl+C ends the app, not this script: the app has something to save, and its exit code is passed on.
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) process.on(signal, () => app.kill(signal));
app.on("error", (error) => end(3, `Electron could not be started (${executable}): ${error.message}`));
app.on("close", (code, signal) => process.exit(code ?? (signal === "SIGINT" || signal === "SIGTERM" ? 0 : 1)));
