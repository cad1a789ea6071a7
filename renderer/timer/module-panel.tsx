import { Play, Plus, Square } from "lucide-react";
import { useMemo } from "react";
import { pathKey } from "#core/time/places.ts";
import { openWords } from "../outline/outline-rows.ts";
import { modulePath, type NodeFacts } from "../outline/outline-tree.ts";
import { spentMinutes } from "../outline/totals.ts";
import { chainOf } from "../outline/tree-places.ts";
import { runCommand } from "../state/commands.ts";
import { useNote } from "../state/note.ts";
import { useOutline } from "../state/outline.ts";
import { startSession, stopSession, useTime } from "../state/time.ts";
import { allSessions, useTracked, useWrittenBack } from "../state/tracked.ts";
import { Button } from "../ui/button.tsx";
import { plainMinutes } from "../ui/minutes.ts";
import { SessionList } from "./session-list.tsx";

const kindNames = { area: "Area", level: "Level", module: "Module" } as const;
const stateNames = { "not-started": "not started", stub: "stub", "in-progress": "in progress", done: "done" } as const;

/** The panel on the right: the module that the cursor is in, its times, its sessions, what is left open. */
export function ModulePanel() {
  const notePath = useNote((state) => state.note?.path ?? "");
  const tree = useOutline((state) => state.tree);
  const current = useOutline((state) => state.current);
  const tracked = useTracked();
  const back = useWrittenBack();
  const spent = useMemo(() => spentMinutes(tree, notePath, tracked, back), [tree, notePath, tracked, back]);
  const node = tree.facts[current];
  return (
    <section className="module" aria-labelledby="module-heading">
      {node ? (
        <>
          <ModuleFacts
            node={node}
            parents={chainOf(tree, tree.parent[current] ?? -1).map((index) => tree.facts[index]?.title ?? "")}
            spent={spent[current] ?? 0}
            lines={tree.lines[current] ?? 0}
          />
          {node.home !== null && <ModuleTime node={node} notePath={notePath} />}
        </>
      ) : (
        <>
          <h2 id="module-heading" className="side-label">
            Module
          </h2>
          <p className="module-hint">The module that the cursor is in shows here, with its times.</p>
        </>
      )}
    </section>
  );
}

interface ModuleFactsProps {
  readonly node: NodeFacts;
  /** Titles of what it stands in. */
  readonly parents: readonly string[];
  /** Minutes. */
  readonly spent: number;
  /** How many lines stand beneath it. */
  readonly lines: number;
}

function ModuleFacts({ node, parents, spent, lines }: ModuleFactsProps) {
  const over = node.kind === "module" && node.planned !== null && spent > node.planned;
  const open = openWords(node);
  return (
    <>
      <h2 id="module-heading" className="side-label">
        {kindNames[node.kind]}
      </h2>
      <p className="module-title">{node.title === "" ? "untitled" : node.title}</p>
      {parents.length > 0 && <p className="module-place">{parents.join(" › ")}</p>}
      <dl className="facts figures">
        <Fact name="planned" value={node.planned === null ? null : plainMinutes(node.planned)} />
        {node.kind !== "module" && node.own !== null && node.own !== node.minutes && (
          <Fact name={`written for the ${node.kind}`} value={plainMinutes(node.own)} />
        )}
        <Fact name="spent" value={spent > 0 ? plainMinutes(spent) : null} mark={over ? "over" : undefined} />
        {node.kind === "module" ? (
          <Fact name="state" value={node.state === null ? null : stateNames[node.state]} />
        ) : (
          <Fact name="modules" value={node.modules.toLocaleString()} />
        )}
        <Fact name="notes" value={lineWords(lines)} />
        {open !== "" && <Fact name="open" value={open} mark="open" />}
      </dl>
    </>
  );
}

const lineWords = (lines: number): string | null =>
  lines === 0 ? null : `${lines.toLocaleString()} ${lines === 1 ? "line" : "lines"}`;

interface FactProps {
  readonly name: string;
  readonly value: string | null;
  readonly mark?: "over" | "open" | undefined;
}

function Fact({ name, value, mark }: FactProps) {
  return (
    <div className="fact" data-mark={mark}>
      <dt>{name}</dt>
      <dd>{value ?? <span className="fact-none">none</span>}</dd>
    </div>
  );
}

function ModuleTime({ node, notePath }: { readonly node: NodeFacts; readonly notePath: string }) {
  const path = modulePath(node, notePath);
  const sessions = useTime((time) => time.sessions);
  const running = useTime((time) => time.running);
  const key = path === null ? "" : pathKey(path);
  const own = useMemo(
    () => allSessions(sessions, running).filter((session) => pathKey(session.module) === key),
    [sessions, running, key],
  );
  const isRunning = running !== null && pathKey(running.module) === key;
  return (
    <>
      <div className="module-buttons">
        {isRunning ? (
          <Button look="main" onClick={() => void stopSession()}>
            <Square aria-hidden="true" /> Stop
          </Button>
        ) : (
          <Button look="main" onClick={() => path && void startSession(path)}>
            <Play aria-hidden="true" /> Start
          </Button>
        )}
        <Button onClick={() => runCommand("module.addSession")}>
          <Plus aria-hidden="true" /> Session
        </Button>
      </div>
      <SessionList sessions={own} />
    </>
  );
}
