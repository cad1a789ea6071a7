import { nodeChain } from "../state/current-module.ts";
import { editor } from "../state/editor.ts";
import { useNote } from "../state/note.ts";
import { nowAt, useOutline } from "../state/outline.ts";

/** Area › level › module of the cursor; each goes to its line. */
export function Breadcrumb() {
  const note = useNote((state) => state.note);
  const nodes = useOutline((state) => state.nodes);
  const current = useOutline((state) => state.current);
  if (note === null) return <div className="breadcrumb" />;
  const chain = nodeChain(nodes, current);
  return (
    <nav className="breadcrumb" aria-label="Place in the note">
      <ol>
        <li>
          <button type="button" className="crumb" onClick={() => editor()?.goTo(0)}>
            {note.path.split("/").at(-1)}
          </button>
        </li>
        {chain.map((node) => (
          <li key={node.key}>
            <button
              type="button"
              className="crumb"
              aria-current={node === chain.at(-1) ? "location" : undefined}
              onClick={() => editor()?.goTo(nowAt(node.from))}
            >
              {node.title}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
