import { useMemo, useState } from "react";
import type { TimeState } from "#core/api.ts";
import { MINUTE } from "#core/time/instant.ts";
import { type Mend, mendOverlaps, type Overlap, type Overlapping } from "#core/time/mending.ts";
import type { UnplacedTime } from "#core/time/report.ts";
import type { Session } from "#core/time/session.ts";
import { overlapsOf } from "#core/time/sessions.ts";
import { Button } from "../ui/button.tsx";
import { plainMinutes } from "../ui/minutes.ts";
import { correctAndTell, mendingCorrection } from "./corrections.ts";
import { dayWords } from "./dates.ts";
import { count } from "./names.ts";
import { clockWords, dayOf } from "./session-words.ts";
import { Unplaced } from "./unplaced.tsx";

interface AttentionProps {
  readonly sessions: readonly Session[];
  readonly unplaced: readonly UnplacedTime[];
  readonly quarantine: TimeState["quarantine"];
  readonly onEdit: (session: Session) => void;
}

/** What in the log needs the person's eye. Nothing of it is dropped, and nothing is mended without being asked. */
export function Attention({ sessions, unplaced, quarantine, onEdit }: AttentionProps) {
  const overlaps = useMemo(
    () =>
      mendOverlaps(
        overlapsOf(sessions).filter((problem): problem is Overlap => problem.kind === "overlap"),
        sessions,
      ),
    [sessions],
  );
  if (overlaps.length + unplaced.length + quarantine.length === 0) return null;
  return (
    <section className="attention" aria-labelledby="attention-heading">
      <h2 id="attention-heading" className="section-title">
        Worth a look
      </h2>
      {overlaps.length > 0 && (
        <Few all={overlaps} title={`${count(overlaps.length, "overlap")}: two sessions cover the same minutes`}>
          {(overlap) => (
            <OverlapItem key={`${overlap.first.id} ${overlap.second.id}`} overlap={overlap} onEdit={onEdit} />
          )}
        </Few>
      )}
      {unplaced.length > 0 && <Unplaced unplaced={unplaced} sessions={sessions} />}
      {quarantine.length > 0 && (
        <Few
          all={quarantine}
          title={`${count(quarantine.length, "line")} of the time log could not be read, and ${quarantine.length === 1 ? "is" : "are"} kept as ${quarantine.length === 1 ? "it is" : "they are"}`}
        >
          {({ line, text, why }) => (
            <li key={line} className="attention-item">
              <p>
                Line {line.toLocaleString()}: {why}
              </p>
              <code className="attention-code">{text.length > 300 ? `${text.slice(0, 300)}…` : text}</code>
            </li>
          )}
        </Few>
      )}
    </section>
  );
}

/** So many of a kind are shown before one asks for more. */
const few = 4;

interface FewProps<T> {
  readonly title: string;
  readonly all: readonly T[];
  readonly children: (item: T) => React.ReactNode;
}

/** A list that shows its first few items, and more on request. */
export function Few<T>({ title, all, children }: FewProps<T>) {
  const [shown, setShown] = useState(few);
  return (
    <div className="attention-kind">
      <h3 className="attention-title">{title}</h3>
      <ul>{all.slice(0, shown).map(children)}</ul>
      {all.length > shown && (
        <Button look="quiet" onClick={() => setShown((now) => now * 5)}>
          {count(all.length - shown, "more")}
        </Button>
      )}
    </div>
  );
}

interface OverlapItemProps {
  readonly overlap: Overlapping;
  readonly onEdit: (session: Session) => void;
}

function OverlapItem({ overlap, onEdit }: OverlapItemProps) {
  const { first, second, from, to, mends } = overlap;
  const minutes = Number.isFinite(to) ? plainMinutes((to - from) / MINUTE) : "the time since then";
  return (
    <li className="attention-item">
      <p>
        {dayWords(dayOf(second), "long")}: “{first.module.title}” ({clockWords(first)}) and “{second.module.title}” (
        {clockWords(second)}) both cover {minutes}.{mends.length === 0 && " Stop the one that runs first."}
      </p>
      <span className="attention-buttons">
        {mends.map((mend) => (
          <Button key={mend.kind} onClick={() => void correctAndTell(mendingCorrection(mend), "The overlap is gone.")}>
            {mendWords(mend)}
          </Button>
        ))}
        <Button look="quiet" onClick={() => onEdit(first)}>
          Correct the first…
        </Button>
        <Button look="quiet" onClick={() => onEdit(second)}>
          Correct the second…
        </Button>
      </span>
    </li>
  );
}

function mendWords(mend: Mend): string {
  switch (mend.kind) {
    case "merge":
      return "Make them one";
    case "drop":
      return "Delete the second";
    case "end":
      return "End the first where the second begins";
    case "begin":
      return "Begin the second where the first ends";
  }
}
