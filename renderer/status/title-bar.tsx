import { Search } from "lucide-react";
import { NotebookButton } from "../notes/notebook-button.tsx";
import { Breadcrumb } from "../outline/breadcrumb.tsx";
import { isMac } from "../state/command-keys.ts";
import { runCommand } from "../state/commands.ts";
import { keyLabel } from "../state/keys.ts";
import { useNotebook } from "../state/notebook.ts";
import { RunningTimer } from "../timer/running-timer.tsx";
import { Button } from "../ui/button.tsx";
import { ViewSwitcher } from "./view-switcher.tsx";

/** The row at the top: notebook, place in the note, running timer, search. */
export function TitleBar() {
  const notebook = useNotebook((state) => state.notebook);
  return (
    <header className="title-bar">
      <NotebookButton />
      {notebook !== null && <ViewSwitcher />}
      <Breadcrumb />
      <RunningTimer />
      <Button look="quiet" className="search-button" onClick={() => runCommand(notebook ? "go.note" : "go.palette")}>
        <Search aria-hidden="true" />
        <span>Search</span>
        <kbd>{keyLabel(notebook ? "Mod-p" : "Mod-k", isMac())}</kbd>
      </Button>
    </header>
  );
}
