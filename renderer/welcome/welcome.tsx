import { BookOpen, FileText, FolderOpen, Sparkles } from "lucide-react";
import type { CommandId } from "#core/commands.ts";
import { isMac } from "../state/command-keys.ts";
import { commandOf, runCommand } from "../state/commands.ts";
import { keyLabel } from "../state/keys.ts";
import { useNotebook } from "../state/notebook.ts";
import { openRecent } from "../state/recents.ts";
import "./welcome.css";

const ways = [
  {
    id: "file.openFolder",
    icon: FolderOpen,
    title: "Open folder",
    words: "A folder of Markdown notes, as it is. Nothing in it is changed.",
  },
  { id: "file.openFile", icon: FileText, title: "Open file", words: "A single note." },
  {
    id: "file.openSample",
    icon: Sparkles,
    title: "Try the sample",
    words: "A small notebook to look around in, copied to where you choose.",
  },
] as const satisfies readonly { id: CommandId; icon: unknown; title: string; words: string }[];

/** What the window shows while no notebook is open. */
export function Welcome() {
  const recents = useNotebook((state) => state.recents);
  return (
    <main className="welcome">
      <div className="welcome-page">
        <BookOpen className="welcome-mark" aria-hidden="true" />
        <h1>Lectern</h1>
        <p className="welcome-lead">
          Open the notes you take on a course or a book, see what they hold, and keep the time you give to them.
        </p>
        <ul className="welcome-ways">
          {ways.map(({ id, icon: Icon, title, words }) => (
            <li key={id}>
              <button type="button" className="welcome-way" onClick={() => runCommand(id)}>
                <Icon aria-hidden="true" />
                <span className="welcome-words">
                  <strong>{title}</strong>
                  <span>{words}</span>
                </span>
                <Key id={id} />
              </button>
            </li>
          ))}
        </ul>
        {recents.length > 0 && (
          <section aria-labelledby="recent-heading">
            <h2 id="recent-heading" className="side-label">
              Recent
            </h2>
            <ul className="welcome-recents">
              {recents.map(({ id, name, path }) => (
                <li key={id}>
                  <button type="button" className="welcome-recent" onClick={() => void openRecent(id)}>
                    <strong>{name}</strong>
                    <span>{path}</span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )}
        <p className="welcome-hint">You can also drop a folder or a file on this window.</p>
      </div>
    </main>
  );
}

function Key({ id }: { readonly id: CommandId }) {
  const { key } = commandOf(id);
  return key === undefined ? null : <kbd>{keyLabel(key, isMac())}</kbd>;
}
