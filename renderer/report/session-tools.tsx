import { X } from "lucide-react";
import type { Session } from "#core/time/session.ts";
import { Button } from "../ui/button.tsx";
import { undoCorrection } from "./corrections.ts";
import { scopeNames } from "./names.ts";
import { useTimeView } from "./time-store.ts";

interface SessionToolsProps {
  readonly chosen: readonly Session[];
  readonly onMerge: () => void;
  readonly onAdd: () => void;
}

/** What narrows the list of sessions, and what can be done with it. */
export function SessionTools({ chosen, onMerge, onAdd }: SessionToolsProps) {
  const scope = useTimeView((state) => state.scope);
  const text = useTimeView((state) => state.text);
  const isScoped = Object.keys(scope).length > 0;
  return (
    <div className="log-tools">
      <input
        className="field log-filter"
        type="text"
        aria-label="Filter sessions"
        placeholder="Filter sessions"
        spellCheck={false}
        value={text}
        onChange={(event) => useTimeView.setState({ text: event.target.value })}
      />
      {isScoped && (
        <button
          type="button"
          className="chip log-scope"
          aria-label={`Only ${scopeNames(scope).name}; show all`}
          onClick={() => useTimeView.setState({ scope: {} })}
        >
          {scopeNames(scope).name} <X aria-hidden="true" />
        </button>
      )}
      <span className="log-buttons">
        {chosen.length > 1 && <Button onClick={onMerge}>Merge {chosen.length} into one</Button>}
        <Button onClick={undoCorrection}>Undo last correction</Button>
        <Button onClick={onAdd}>Add a session…</Button>
      </span>
    </div>
  );
}
