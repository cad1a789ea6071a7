import { Menu, type MenuItemConstructorOptions } from "electron";
import { type Command, type CommandId, commands, menuNames } from "#core/commands.ts";

const keyNames: Record<string, string> = {
  Mod: "CmdOrCtrl",
  ArrowUp: "Up",
  ArrowDown: "Down",
  ArrowLeft: "Left",
  ArrowRight: "Right",
  Enter: "Return",
  "=": "Plus",
};

/** A key in CodeMirror's notation (`Mod-Shift-o`) in Electron's (`CmdOrCtrl+Shift+O`). */
export const accelerator = (key: string): string => {
  // "Mod--" ends in the minus key itself.
  const parts = key.endsWith("--") ? [...key.slice(0, -2).split("-"), "-"] : key.split("-");
  return parts.map((part) => keyNames[part] ?? (part.length === 1 ? part.toUpperCase() : part)).join("+");
};

const item = (command: Command, run: (id: CommandId) => void): MenuItemConstructorOptions[] => [
  ...(command.group ? [{ type: "separator" as const }] : []),
  {
    id: command.id,
    label: command.title,
    ...(command.key === undefined ? {} : { accelerator: accelerator(command.key) }),
    click: () => run(command.id),
  },
];

/** What the system brings and no command does. */
const systemItems: Partial<Record<(typeof menuNames)[number], MenuItemConstructorOptions[]>> = {
  File: [{ type: "separator" }, { role: "close" }, { role: "quit" }],
  Edit: [{ type: "separator" }, { role: "cut" }, { role: "copy" }, { role: "paste" }, { role: "selectAll" }],
  View: [{ type: "separator" }, { role: "togglefullscreen" }],
};

/** Builds the menu bar from the one list of commands; `run` sends a chosen command to the window in front. */
export const buildMenu = (run: (id: CommandId) => void, platform: NodeJS.Platform): Menu =>
  Menu.buildFromTemplate([
    ...(platform === "darwin" ? [{ role: "appMenu" as const }] : []),
    ...menuNames.map((name) => ({
      label: name,
      submenu: [
        ...commands.filter((command) => command.menu === name).flatMap((command) => item(command, run)),
        ...(systemItems[name] ?? []),
      ],
    })),
  ]);
