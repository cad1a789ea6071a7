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
void start();

const root = document.getElementById("root");
if (root) createRoot(root).render(<App />);
