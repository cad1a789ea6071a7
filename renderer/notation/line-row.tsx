import type { ChosenRole } from "#core/outline/choice.ts";
import type { ReadLine } from "./reading.ts";

/** Height of a row in px, as in notation.css. */
export const rowHeight = 32;

const roles: readonly { readonly role: ChosenRole; readonly words: string }[] = [
  { role: "area", words: "area" },
  { role: "other", words: "other" },
  { role: "level", words: "level" },
  { role: "module", words: "module" },
  { role: "contents", words: "contents" },
  { role: "note", words: "notes" },
];

const read: Readonly<Record<ReadLine["role"], string>> = {
  title: "title",
  area: "area",
  other: "other",
  level: "level",
  group: "group",
  module: "module",
  contents: "contents",
  note: "notes",
  time: "time",
  outside: "not read",
};

interface LineRowProps {
  readonly line: ReadLine;
  readonly onGo: () => void;
  /** Null: as it is read. */
  readonly onRole: (role: ChosenRole | null) => void;
}

/** One line of the note: its number, what it says, why it was read so, and as what. */
export function LineRow({ line: { line, text, role, why, chosen }, onGo, onRole }: LineRowProps) {
  return (
    <div className="notation-row" data-role={role} data-chosen={chosen !== null || undefined}>
      <span className="notation-number figures">{line}</span>
      <button type="button" className="notation-text" title={text} onClick={onGo}>
        {text.slice(0, 300)}
      </button>
      <span className="notation-why" title={why}>
        {why}
      </span>
      <select
        className="field notation-role"
        aria-label={`Role of line ${line}`}
        value={chosen ?? ""}
        disabled={role === "outside"}
        onChange={(event) => onRole(roles.find((each) => each.role === event.target.value)?.role ?? null)}
      >
        <option value="">{chosen === null ? `as read: ${read[role]}` : "as read"}</option>
        {roles.map((each) => (
          <option key={each.role} value={each.role}>
            {each.words}
          </option>
        ))}
      </select>
    </div>
  );
}
