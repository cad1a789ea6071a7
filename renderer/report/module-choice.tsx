import { type KeyboardEvent, useId, useMemo, useState } from "react";
import type { ModulePath } from "#core/outline/tree.ts";
import { pathKey, placesOf } from "#core/time/places.ts";
import { folded } from "../outline/filter.ts";
import { useAllOutlines } from "../state/outlines.ts";
import { scopeNames } from "./names.ts";

interface ModuleChoiceProps {
  readonly label: string;
  readonly value: ModulePath | null;
  readonly onChange: (module: ModulePath) => void;
}

/** So many are listed: whoever looks for another one types one more letter. */
const most = 50;

/** Chooses a module of the notebook by some of the words of its title, level, area or note. */
export function ModuleChoice({ label, value, onChange }: ModuleChoiceProps) {
  const notes = useAllOutlines((state) => state.notes);
  const id = useId();
  const [text, setText] = useState<string | null>(null);
  const [active, setActive] = useState(0);
  const all = useMemo(
    () =>
      (notes ?? [])
        .flatMap(placesOf)
        .map(({ path }) => ({ path, text: folded(Object.values(path).reverse().join("\n")) })),
    [notes],
  );
  const found = useMemo(() => {
    if (text === null) return [];
    const words = folded(text).split(/\s+/).filter(Boolean);
    const matches: ModulePath[] = [];
    for (const each of all) {
      if (words.every((word) => each.text.includes(word))) matches.push(each.path);
      if (matches.length === most) break;
    }
    return matches;
  }, [all, text]);
  const isOpen = text !== null && found.length > 0;
  const choose = (path: ModulePath | undefined): void => {
    if (path) onChange(path);
    setText(null);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      if (text === null) setText("");
      setActive((at) => Math.max(0, Math.min(found.length - 1, text === null ? 0 : at + step)));
    } else if (event.key === "Enter" && isOpen) choose(found[active]);
    else if (event.key === "Escape" && isOpen) {
      event.stopPropagation();
      setText(null);
    } else return;
    event.preventDefault();
  };
  return (
    <div className="module-choice">
      <label className="form-label">
        {label}
        <input
          className="field"
          type="text"
          role="combobox"
          aria-expanded={isOpen}
          aria-controls={`${id}list`}
          aria-autocomplete="list"
          {...(isOpen ? { "aria-activedescendant": `${id}${active}` } : {})}
          spellCheck={false}
          placeholder="Type some of its words"
          value={text ?? (value ? moduleWords(value) : "")}
          onFocus={(event) => event.target.select()}
          onChange={(event) => {
            setText(event.target.value);
            setActive(0);
          }}
          onBlur={() => setText(null)}
          onKeyDown={onKeyDown}
        />
      </label>
      <div id={`${id}list`} className="module-list" role="listbox" aria-label={label} hidden={!isOpen}>
        {found.map((path, at) => {
          const { name, within } = scopeNames(path);
          return (
            // biome-ignore lint/a11y/useFocusableInteractive: the field has the focus and names the active option
            <div
              key={pathKey(path)}
              id={`${id}${at}`}
              className="module-option"
              role="option"
              aria-selected={at === active}
              onPointerDown={(event) => {
                event.preventDefault();
                choose(path);
              }}
            >
              <span>{name}</span> <span className="module-option-within">{within}</span>
            </div>
          );
        })}
      </div>
    </div>
  );
}

const moduleWords = (path: ModulePath): string => {
  const { name, within } = scopeNames(path);
  return `${name} (${within})`;
};
