import { DropdownMenu } from "radix-ui";
import type { ReactNode } from "react";
import { isMac } from "../state/command-keys.ts";
import { canRun, commandOf, runCommand } from "../state/commands.ts";
import { keyLabel } from "../state/keys.ts";
import { useNotebook } from "../state/notebook.ts";
import { openRecent } from "../state/recents.ts";

const opening = ["file.openFolder", "file.openFile", "file.openSample"] as const;
const creating = ["file.newNote"] as const;

interface NotebookMenuProps {
  readonly title: string | undefined;
  /** What the button shows. */
  readonly children: ReactNode;
}

/** The menu under the notebook's name. It is open from the start, because a click brought it here. */
export function NotebookMenu({ title, children }: NotebookMenuProps) {
  const recents = useNotebook((state) => state.recents);
  const here = useNotebook((state) => state.notebook?.path);
  const others = recents.filter((recent) => recent.path !== here);
  return (
    <DropdownMenu.Root defaultOpen modal={false}>
      <DropdownMenu.Trigger className="notebook-button" title={title}>
        {children}
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal container={document.querySelector<HTMLElement>(".title-bar")}>
        <DropdownMenu.Content className="menu" align="start" sideOffset={4} loop>
          {[...creating, ...opening].map((id) => {
            const command = commandOf(id);
            if (!canRun(id)) return null;
            return (
              <DropdownMenu.Item key={id} className="menu-item" onSelect={() => runCommand(id)}>
                {command.title}
                {command.key !== undefined && <kbd>{keyLabel(command.key, isMac())}</kbd>}
              </DropdownMenu.Item>
            );
          })}
          {others.length > 0 && (
            <>
              <DropdownMenu.Separator className="menu-rule" />
              <DropdownMenu.Label className="side-label menu-label">Recent</DropdownMenu.Label>
              {others.map(({ id, name, path }) => (
                <DropdownMenu.Item key={id} className="menu-item" onSelect={() => void openRecent(id)}>
                  <span>{name}</span>
                  <span className="menu-path">{path}</span>
                </DropdownMenu.Item>
              ))}
            </>
          )}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
