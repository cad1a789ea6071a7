import { DropdownMenu } from "radix-ui";
import { commandOf, runCommand } from "../state/commands.ts";
import { changeSettings, useSettings } from "../state/settings.ts";
import { useTime } from "../state/time.ts";
import { plainMinutes } from "../ui/minutes.ts";
import "../state/style-nonce.ts";

const usual = [null, 25, 50] as const;

/** What can be said about the running session: a note on it, and how long one wants to stay with it. */
export function TimerMenu({ onClose }: { readonly onClose: () => void }) {
  const focusMinutes = useSettings((settings) => settings.focusMinutes);
  const note = useTime((time) => time.running?.note ?? null);
  const lengths = (usual as readonly (number | null)[]).includes(focusMinutes) ? usual : [...usual, focusMinutes];
  return (
    <DropdownMenu.Root open modal={false} onOpenChange={(open) => !open && onClose()}>
      <DropdownMenu.Trigger asChild>
        <span aria-hidden="true" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Content className="menu" align="end" sideOffset={12} loop aria-label="The running session">
        {note !== null && <DropdownMenu.Label className="menu-label">{note}</DropdownMenu.Label>}
        <DropdownMenu.Item className="menu-item" onSelect={() => runCommand("module.noteSession")}>
          {commandOf("module.noteSession").title}
        </DropdownMenu.Item>
        <DropdownMenu.Separator className="menu-rule" />
        <DropdownMenu.Label className="side-label menu-label">Focus length</DropdownMenu.Label>
        <DropdownMenu.RadioGroup value={String(focusMinutes)}>
          {lengths.map((minutes) => (
            <DropdownMenu.RadioItem
              key={minutes}
              className="menu-item"
              value={String(minutes)}
              onSelect={() => void changeSettings({ focusMinutes: minutes })}
            >
              {minutes === null ? "Off" : plainMinutes(minutes)}
              <DropdownMenu.ItemIndicator aria-hidden="true">✓</DropdownMenu.ItemIndicator>
            </DropdownMenu.RadioItem>
          ))}
        </DropdownMenu.RadioGroup>
        <DropdownMenu.Item className="menu-item" onSelect={() => runCommand("module.focusLength")}>
          Another length…
        </DropdownMenu.Item>
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  );
}
