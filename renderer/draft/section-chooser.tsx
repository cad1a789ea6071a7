import { Command } from "cmdk";
import { Dialog } from "radix-ui";
import { useMemo, useState } from "react";
import { bestEntries, type Findable } from "../palette/ranking.ts";
import { noteName } from "../report/names.ts";
import { useNote } from "../state/note.ts";
import { useNotebook } from "../state/notebook.ts";
import "../state/style-nonce.ts";
import "../styles/palette.css";
import { addPart, type DraftPart } from "./draft-store.ts";
import { likeliestFirst, partOf } from "./section-order.ts";
import { useSections } from "./sections.ts";

interface Entry extends Findable {
  readonly key: string;
  readonly kind: string;
  readonly choose: () => void;
}

/** Finds a section by its words: those of the open note first, those of any other note after choosing that note. */
export function SectionChooser({ onClose }: { readonly onClose: () => void }) {
  const open = useNote((state) => state.note?.id ?? null);
  const notes = useNotebook((state) => state.notes);
  const [id, setId] = useState(open);
  const [text, setText] = useState("");
  const sections = useSections(id);
  const path = notes?.find((note) => note.id === id)?.path;
  const name = path === undefined ? "" : noteName(path);

  const entries = useMemo((): readonly Entry[] => {
    const add = (part: DraftPart) => () => {
      addPart(part);
      onClose();
    };
    const own = likeliestFirst(sections ?? []).map((section): Entry => {
      const words = [name, ...section.path.slice(0, -1)].join(" › ");
      const key = `section ${section.line}`;
      return { key, title: section.title, words, kind: section.kind, choose: add(partOf(id ?? "", section)) };
    });
    const whole: Entry[] =
      id === null || sections === null
        ? []
        : [
            {
              key: "whole",
              title: name,
              words: "",
              kind: "whole note",
              choose: add({ id, section: null, line: null }),
            },
          ];
    const others = (notes ?? [])
      .filter((note) => note.id !== id && !note.outside)
      .map(
        (note): Entry => ({
          key: `note ${note.id}`,
          title: note.name,
          words: note.path.split("/").slice(0, -1).join(" › "),
          kind: "note …",
          choose: () => {
            setId(note.id);
            setText("");
          },
        }),
      );
    return [...own, ...whole, ...others];
  }, [sections, notes, id, name, onClose]);
  const found = useMemo(() => bestEntries(entries, text), [entries, text]);
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="veil" />
        <Dialog.Content className="palette" aria-describedby={undefined}>
          <Dialog.Title className="visually-hidden">Add a section</Dialog.Title>
          <Command label="Sections and notes" shouldFilter={false} loop>
            <Command.Input
              className="palette-input"
              placeholder={name === "" ? "Find a note" : `Find a section of ${name}, or another note`}
              value={text}
              onValueChange={setText}
            />
            <Command.List className="palette-list" label="Sections and notes">
              <Command.Empty className="palette-empty">
                {id !== null && sections === null ? "Reading the note…" : "No section and no note has that name."}
              </Command.Empty>
              {found.map(({ key, title, words, kind, choose }) => (
                <Command.Item key={key} value={key} className="palette-item" onSelect={choose}>
                  <span className="palette-title">{title}</span>
                  <span className="palette-words">{words}</span>
                  <span className="palette-kind">{kind}</span>
                </Command.Item>
              ))}
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
