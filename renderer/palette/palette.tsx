import { Command } from "cmdk";
import { Dialog } from "radix-ui";
import { useMemo, useState } from "react";
import { isMac } from "../state/command-keys.ts";
import { runCommand, runnableCommands } from "../state/commands.ts";
import { keyLabel } from "../state/keys.ts";
import { closeDialog } from "../state/ui.ts";
import { type Entry, useEntries } from "./entries.ts";
import "../styles/palette.css";
import { bestEntries } from "./ranking.ts";

interface PaletteProps {
  /** What it looks through: every command, or notes, modules and headings. ">" switches from places to commands. */
  readonly mode: "commands" | "places";
}

/** One box to find and do things with the keyboard. */
export function Palette({ mode }: PaletteProps) {
  const [text, setText] = useState(mode === "commands" ? ">" : "");
  const isCommands = text.startsWith(">");
  const label = isCommands ? "Commands" : "Notes, modules and headings";
  const leave = (run: () => unknown): void => {
    closeDialog();
    run();
  };
  return (
    <Dialog.Root open onOpenChange={(open) => !open && closeDialog()}>
      <Dialog.Portal>
        <Dialog.Overlay className="veil" />
        <Dialog.Content
          className="palette"
          aria-describedby={undefined}
          onOpenAutoFocus={focusAtEnd}
          onCloseAutoFocus={(event) => event.preventDefault()}
        >
          <Dialog.Title className="visually-hidden">{label}</Dialog.Title>
          <Command label={label} shouldFilter={false} loop>
            <Command.Input
              className="palette-input"
              placeholder={isCommands ? "Type a command" : "Go to a note, module or heading, or type > for commands"}
              value={text}
              onValueChange={setText}
            />
            {isCommands ? <Commands query={text.slice(1)} leave={leave} /> : <Places query={text} leave={leave} />}
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** The box keeps what it begins with, so that ">" and a name can be typed on. */
function focusAtEnd(event: Event): void {
  event.preventDefault();
  const input = event.target instanceof HTMLElement ? event.target.querySelector("input") : null;
  input?.focus();
  input?.setSelectionRange(input.value.length, input.value.length);
}

interface ListProps {
  readonly query: string;
  readonly leave: (run: () => unknown) => void;
}

function Commands({ query, leave }: ListProps) {
  const commands = useMemo(() => runnableCommands().map((command) => ({ ...command, words: command.menu })), []);
  const found = bestEntries(commands, query);
  return (
    <Command.List className="palette-list" label="Commands">
      <Command.Empty className="palette-empty">No command has that name.</Command.Empty>
      {found.map(({ id, title, menu, key }) => (
        <Command.Item key={id} value={id} className="palette-item" onSelect={() => leave(() => runCommand(id))}>
          <span className="palette-title">{title}</span>
          <span className="palette-words">{menu}</span>
          {key !== undefined && <kbd>{keyLabel(key, isMac())}</kbd>}
        </Command.Item>
      ))}
    </Command.List>
  );
}

const kindWords: Record<Entry["kind"], string> = {
  note: "note",
  area: "area",
  level: "level",
  module: "module",
};

function Places({ query, leave }: ListProps) {
  const { entries, more } = useEntries();
  const found = useMemo(() => bestEntries(entries, query), [entries, query]);
  return (
    <Command.List className="palette-list" label="Places">
      <Command.Empty className="palette-empty">
        {more ? "Nothing yet: other notes are still being read." : "Nothing in this notebook has that name."}
      </Command.Empty>
      {found.map((entry) => (
        <Command.Item key={entry.key} value={entry.key} className="palette-item" onSelect={() => leave(entry.go)}>
          <span className="palette-title">{entry.title}</span>
          <span className="palette-words">{entry.words}</span>
          <span className="palette-kind">{kindWords[entry.kind]}</span>
        </Command.Item>
      ))}
    </Command.List>
  );
}
