import "./styles/index.css";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { handleFirstCommands } from "./state/handlers.ts";
import { handleNoteCommands } from "./state/note-commands.ts";
import { start } from "./state/start.ts";
import { handleTimerCommands } from "./state/timer-commands.ts";

handleFirstCommands();
handleNoteCommands();
handleTimerCommands();
// The palette is fetched once there is time for it, so that it is there with the key that asks for it.
void start().then(() =>
  requestIdleCallback(() => void Promise.all([import("./palette/dialogs.tsx"), import("./palette/palette.tsx")])),
);

const root = document.getElementById("root");
if (root) createRoot(root).render(<App />);
