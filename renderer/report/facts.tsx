import { breakdown } from "#core/time/breakdown.ts";
import { spentOf } from "#core/time/plan.ts";
import type { Report } from "#core/time/report.ts";
import { plainMinutes } from "../ui/minutes.ts";
import { count } from "./names.ts";

interface FactsProps {
  readonly made: Report;
  /** False until the notes have been read: then nothing is known of what is planned. */
  readonly hasNotes: boolean;
}

/** The report in a few numbers. */
export function Facts({ made, hasNotes }: FactsProps) {
  const { total, sessions, range, days } = made;
  const modules = breakdown(made, "module").filter((row) => row.sessions > 0);
  const planned = range === null ? total.planned : modules.reduce((sum, row) => sum + row.total.planned, 0);
  const activeDays = days.filter(({ minutes }) => minutes > 0).length;
  return (
    <dl className="time-facts figures">
      <Fact name="Tracked" value={plainMinutes(total.tracked)} words={count(sessions, "session")} />
      {range === null && total.written > 0 && (
        <Fact
          name="Spent"
          value={plainMinutes(spentOf(total))}
          words={`${plainMinutes(total.written)} stand in the notes`}
        />
      )}
      {hasNotes && planned > 0 && (
        <Fact
          name="Planned"
          value={plainMinutes(planned)}
          words={range === null ? "for everything" : `for ${count(modules.length, "module")} worked on`}
        />
      )}
      <Fact
        name="Per day"
        value={activeDays > 0 ? plainMinutes(total.tracked / activeDays) : "–"}
        words={`on ${count(activeDays, "day")} with time`}
      />
    </dl>
  );
}

interface FactProps {
  readonly name: string;
  readonly value: string;
  readonly words: string;
}

function Fact({ name, value, words }: FactProps) {
  return (
    <div className="time-fact">
      <dt>{name}</dt>
      <dd>
        <span className="time-number">{value}</span> <span className="time-words">{words}</span>
      </dd>
    </div>
  );
}
