import { type FormEvent, useState } from "react";
import { DAY, formatClock, instantOfLocal, localTime, parseInstant, systemZone } from "#core/time/instant.ts";
import type { Session } from "#core/time/session.ts";
import { Button } from "../ui/button.tsx";
import { middleOf, written } from "./corrections.ts";

interface SplitFormProps {
  readonly session: Session;
  /** An instant within the session, as the contract has it. */
  readonly onSplit: (at: string) => void;
}

/** Cuts a session in two at a time of day. */
export function SplitForm({ session, onSplit }: SplitFormProps) {
  const [clock, setClock] = useState(() => formatClock(middleOf(session), systemZone));
  const [problem, setProblem] = useState<string | null>(null);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const at = instantWithin(session, clock);
    if (at === null) setProblem("That time does not lie within the session.");
    else onSplit(written(at));
  };
  return (
    <form className="split-form" onSubmit={submit}>
      <label>
        Split in two at{" "}
        <input
          className="field"
          type="time"
          value={clock}
          required
          onChange={(event) => setClock(event.target.value)}
        />
      </label>
      <Button type="submit">Split</Button>
      {problem !== null && (
        <p className="form-problem" role="alert">
          {problem}
        </p>
      )}
    </form>
  );
}

/** The instant at which the clocks show a time while a session lasts; null where they never do. */
function instantWithin({ start, end }: Session, clock: string): number | null {
  const [hour, minute] = clock.split(":").map(Number);
  if (hour === undefined || minute === undefined || Number.isNaN(hour + minute)) return null;
  const [from, to] = [parseInstant(start), parseInstant(end ?? "")];
  for (let day = from; day < to + DAY; day += DAY) {
    const at = instantOfLocal({ ...localTime(day, systemZone), hour, minute, second: 0 }, systemZone);
    if (at > from && at < to) return at;
  }
  return null;
}
