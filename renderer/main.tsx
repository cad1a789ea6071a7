import "./styles/index.css";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { handleFirstCommands } from "./state/handlers.ts";
import { start } from "./state/start.ts";

handleFirstCommands();
void start();

const root = document.getElementById("root");
if (root) createRoot(root).render(<App />);
