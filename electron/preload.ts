import { contextBridge, ipcRenderer, webUtils } from "electron";
import { type CallName, callNames, type EventName, eventNames } from "#core/calls.ts";

// One named function a call and a listener an event: no function takes a channel's name, so that script in the window
// reaches nothing that core/api.ts does not list.
type Listener = (payload: unknown) => void;

const call = (name: CallName) => (input: unknown) => ipcRenderer.invoke(`call:${name}`, input);

const listen = (name: EventName) => (listener: Listener) => {
  const forward = (_event: unknown, payload: unknown) => listener(payload);
  ipcRenderer.on(`event:${name}`, forward);
  return () => void ipcRenderer.removeListener(`event:${name}`, forward);
};

// `openDropped` takes a path. It is kept from the window and called here alone, with the path of a real file.
const named = callNames.filter((name) => name !== "openDropped").map((name) => [name, call(name)] as const);
const on = Object.fromEntries(eventNames.map((name) => [name, listen(name)]));
contextBridge.exposeInMainWorld("lectern", { ...Object.fromEntries(named), on });

/** The dropped file's path; Electron before 29 keeps it on the file itself. Made-up files have none. */
const pathOf = (file: File): string =>
  typeof webUtils?.getPathForFile === "function"
    ? webUtils.getPathForFile(file)
    : ((file as File & { path?: string }).path ?? "");

const bringsFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;

window.addEventListener("dragover", (event) => {
  if (bringsFiles(event)) event.preventDefault();
});
window.addEventListener(
  "drop",
  (event) => {
    const file = event.dataTransfer?.files[0];
    if (!file || !event.isTrusted || file.type.startsWith("image/")) return;
    const path = pathOf(file);
    if (path === "") return;
    event.preventDefault();
    event.stopPropagation();
    void ipcRenderer.invoke("call:openDropped", { path });
  },
  { capture: true },
);
