import { shortMinutes } from "../ui/minutes.ts";
import { StateMark } from "../ui/state-mark.tsx";
import { openWords, timeWords } from "./outline-rows.ts";
import type { NodeFacts } from "./outline-tree.ts";

interface OutlineRowProps {
  readonly node: NodeFacts;
  /** Minutes. */
  readonly spent: number;
  /** The timer runs on this module. */
  readonly running: boolean;
}

/** What a row of the outline shows: how far it has come, its title, what is open, its minutes. */
export function OutlineRow({ node, spent, running }: OutlineRowProps) {
  const { fixme, todo, questions } = node.open;
  const open = fixme + todo + questions;
  const over = node.kind === "module" && node.planned !== null && spent > node.planned;
  const showsSpent = Math.round(spent) > 0 && spent !== node.minutes;
  return (
    <span className={`outline-row outline-${node.kind}`} data-running={running || undefined}>
      {node.state !== null && <StateMark state={node.state} />}
      <span className="outline-title" title={node.title}>
        {node.title === "" ? "untitled" : node.title}
      </span>
      {node.kind === "module" && open > 0 && (
        <span className="outline-open figures" title={openWords(node)}>
          {open}
        </span>
      )}
      <span className="outline-times figures" title={timeWords(node, spent) || undefined}>
        {showsSpent && (
          <span className="outline-spent" data-over={over || undefined}>
            {shortMinutes(spent)}
          </span>
        )}
        {node.minutes !== null && <span>{shortMinutes(node.minutes)}</span>}
      </span>
    </span>
  );
}
