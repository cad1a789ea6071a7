import { Play, Plus, Square } from "lucide-react";
import { useMemo } from "react";
import type { OutlineNode } from "../outline/nodes.ts";
import { openWords } from "../outline/outline-rows.ts";
import { pathKey, spentMinutes } from "../outline/totals.ts";
import { runCommand } from "../state/commands.ts";
import { nodeChain } from "../state/current-module.ts";
import { useOutline } from "../state/outline.ts";
import { startSession, stopSession, useTime } from "../state/time.ts";
import { allSessions, useTracked } from "../state/tracked.ts";
import { Button } from "../ui/button.tsx";
import { plainMinutes } from "../ui/minutes.ts";
import { SessionList } from "./session-list.tsx";

const kindNames = { area: "Area", level: "Level", module: "Module" } as const;
const stateNames = { "not-started": "not started", stub: "stub", "in-progress": "in progress", done: "done" } as const;

/** The panel on the right: the module that the cursor is in, its times, its sessions, what is left open. */
export function ModulePanel() {
  const nodes = useOutline((state) => state.nodes);
  const current = useOutline((state) => state.current);
  const tracked = useTracked();
  const spent = useMemo(() => spentMinutes(nodes, tracked), [nodes, tracked]);
  const node = nodes[current];
  return (
    <section className="module" aria-labelledby="module-heading">
      {node ? (
        <ModuleFacts node={node} parents={nodeChain(nodes, node.parent)} spent={spent[current] ?? 0} />
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
  readonly node: OutlineNode;
  readonly parents: readonly OutlineNode[];
  /** Minutes. */
  readonly spent: number;
}

function ModuleFacts({ node, parents, spent }: ModuleFactsProps) {
  const over = node.kind === "module" && node.planned !== null && spent > node.planned;
  const open = openWords(node);
  return (
    <>
      <h2 id="module-heading" className="side-label">
        {kindNames[node.kind]}
      </h2>
      <p className="module-title">{node.title === "" ? "untitled" : node.title}</p>
      {parents.length > 0 && <p className="module-place">{parents.map(({ title }) => title).join(" › ")}</p>}
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
        <Fact name="notes" value={lineWords(node)} />
        {open !== "" && <Fact name="open" value={open} mark="open" />}
      </dl>
      {node.path !== null && <ModuleTime path={node.path} />}
    </>
  );
}

const lineWords = ({ lines }: OutlineNode): string | null =>
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

function ModuleTime({ path }: { readonly path: NonNullable<OutlineNode["path"]> }) {
  const sessions = useTime((time) => time.sessions);
  const running = useTime((time) => time.running);
  const key = pathKey(path);
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
          <Button look="main" onClick={() => void startSession(path)}>
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
