import { DropdownMenu } from "radix-ui";
import { Fragment } from "react";
import type { CommandId } from "#core/commands.ts";
import type { NodeKind } from "#core/outline/shape/node.ts";
import { isMac } from "../state/command-keys.ts";
import { canRun, commandOf, runCommand } from "../state/commands.ts";
import { keyLabel } from "../state/keys.ts";

interface OutlineMenuProps {
  readonly kind: NodeKind;
  /** Where in the window, in px. */
  readonly at: { readonly x: number; readonly y: number };
  readonly onClose: () => void;
}

const moves: readonly CommandId[] = ["module.up", "module.down"];
const groups: Readonly<Record<NodeKind, readonly (readonly CommandId[])[]>> = {
  module: [
    ["module.toggleTimer", "module.startAgo", "module.addSession"],
    ["module.rename", "module.setTime", "module.writeBack", "module.done"],
    ["module.insert", "module.duplicate", "module.extract", "module.mergeBack"],
    ["module.copyLinks"],
    [...moves, "module.promote", "module.demote"],
  ],
  level: [["module.rename"], ["module.insert", "module.insertLevel", "module.duplicate"], ["module.copyLinks"], moves],
  area: [
    ["module.rename"],
    ["module.insertLevel", "module.insertArea", "module.duplicate"],
    ["module.copyLinks"],
    moves,
  ],
};

/** What can be done with a row of the outline: the commands for the node that the cursor went to. */
export function OutlineMenu({ kind, at, onClose }: OutlineMenuProps) {
  return (
    <DropdownMenu.Root open modal={false} onOpenChange={(open) => !open && onClose()}>
      <DropdownMenu.Trigger asChild>
        <span className="menu-point" style={{ left: at.x, top: at.y }} aria-hidden="true" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal container={document.querySelector<HTMLElement>(".outline")}>
        <DropdownMenu.Content className="menu" align="start" loop aria-label={`This ${kind}`}>
          {groups[kind].map((ids, index) => (
            <Fragment key={ids[0]}>
              {index > 0 && <DropdownMenu.Separator className="menu-rule" />}
              {ids.filter(canRun).map((id) => (
                <Item key={id} id={id} />
              ))}
            </Fragment>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function Item({ id }: { readonly id: CommandId }) {
  const { title, key } = commandOf(id);
  return (
    <DropdownMenu.Item className="menu-item" onSelect={() => runCommand(id)}>
      {title}
      {key !== undefined && <kbd>{keyLabel(key, isMac())}</kbd>}
    </DropdownMenu.Item>
  );
}
