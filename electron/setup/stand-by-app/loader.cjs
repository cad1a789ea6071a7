// The stand-by runtime comes without Electron's own default app, which starts the app that the command line names.
// This does the same: `electron [switches] [-r MODULE] APP [arguments]`, with `process.defaultApp` set as usual.
const { existsSync, readFileSync } = require("node:fs");
const { join, resolve } = require("node:path");
const { app } = require("electron");

const words = process.argv.slice(1);
const modules = [];
let appPath;
for (let i = 0; i < words.length && appPath === undefined; i += 1) {
  if (words[i] === "-r" || words[i] === "--require") {
    i += 1;
    modules.push(words[i]);
  } else if (!words[i].startsWith("-")) {
    appPath = resolve(words[i]);
  }
}

if (appPath === undefined) {
  console.error("This runtime starts an app: name its folder.");
  app.exit(2);
} else {
  Object.defineProperty(process, "defaultApp", { enumerable: true, value: true });
  const manifest = join(appPath, "package.json");
  if (existsSync(manifest)) {
    const { name, productName, version } = JSON.parse(readFileSync(manifest, "utf8"));
    if (version) app.setVersion(version);
    app.setName(productName ?? name);
    app.setAppPath(appPath);
  }
  for (const module of modules) require(module);
  require(appPath);
}
