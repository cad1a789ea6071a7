import { editor } from "../state/editor.ts";
import { useNote } from "../state/note.ts";
import { nowAt, useOutline } from "../state/outline.ts";
import { chainOf } from "./tree-places.ts";

/** Area › level › module of the cursor; each goes to its line. */
export function Breadcrumb() {
  const note = useNote((state) => state.note);
  const tree = useOutline((state) => state.tree);
  const current = useOutline((state) => state.current);
  if (note === null) return <div className="breadcrumb" />;
  const chain = chainOf(tree, current);
  return (
    <nav className="breadcrumb" aria-label="Place in the note">
      <ol>
        <li>
          <button type="button" className="crumb" onClick={() => editor()?.goTo(0)}>
            {note.path.split("/").at(-1)}
          </button>
        </li>
        {chain.map((index) => (
          <li key={tree.facts[index]?.key}>
            <button
              type="button"
              className="crumb"
              aria-current={index === current ? "location" : undefined}
              onClick={() => editor()?.goTo(nowAt(tree.from[index] ?? 0))}
            >
              {tree.facts[index]?.title}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
