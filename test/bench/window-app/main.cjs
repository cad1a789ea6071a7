// A window with one page and nothing else: `electron window-app -- PAGE WIDTH HEIGHT`.
const { app, BrowserWindow } = require("electron");

const [page, width, height] = process.argv.slice(process.argv.indexOf("--") + 1);
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: Number(width), height: Number(height), useContentSize: true, show: false });
  window.once("ready-to-show", () => window.show());
  window.loadFile(page);
});
app.on("window-all-closed", () => app.quit());
