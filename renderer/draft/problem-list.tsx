import type { DraftPreview, DraftProblem } from "#core/api.ts";
import { count } from "../report/names.ts";
import { goToLine } from "./going.ts";

/** So many are shown: whoever has more begins with these. */
const most = 300;

/** What is not ready, what blocks the post first. A click leads to the line of the note. */
export function ProblemList({ preview }: { readonly preview: DraftPreview }) {
  const { problems, lost, warnings } = preview;
  const blocking = problems.filter(({ blocks }) => blocks);
  const advice = problems.filter(({ blocks }) => !blocks);
  const shown = [...blocking, ...advice].slice(0, most);
  const isReady = blocking.length === 0 && lost.length === 0;
  return (
    <section className="draft-problems" aria-labelledby="draft-problems-heading">
      <header className="draft-problems-head">
        <h2 id="draft-problems-heading" className="draft-label">
          {isReady ? "Ready" : "Not ready"}
        </h2>
        <p className="draft-problems-words" role="status">
          {summary(blocking.length + lost.length, advice.length)}
        </p>
      </header>
      <ul className="draft-problem-list">
        {lost.map((message) => (
          <li key={message} className="draft-problem draft-problem-still" data-blocks="true">
            <span className="draft-problem-words">{message}</span>
            <span className="draft-problem-action">Take the part out, or choose the section anew.</span>
          </li>
        ))}
        {shown.map((problem) => (
          <li key={`${problem.id} ${problem.line} ${problem.kind} ${problem.message}`}>
            <Problem problem={problem} />
          </li>
        ))}
        {warnings.map((warning) => (
          <li key={warning} className="draft-problem draft-problem-still" data-blocks="false">
            <span className="draft-problem-words">{warning}</span>
          </li>
        ))}
      </ul>
      {problems.length > most && <p className="draft-quiet">And {problems.length - most} more.</p>}
    </section>
  );
}

const summary = (blocking: number, advice: number): string => {
  const more = advice === 0 ? "" : ` ${count(advice, "piece")} of advice.`;
  if (blocking === 0) return `The post can go out.${more}`;
  return `${count(blocking, "thing")} to finish: an export is marked as a draft and says why.${more}`;
};

function Problem({ problem }: { readonly problem: DraftProblem }) {
  const { id, note, line, message, action, blocks } = problem;
  const words = (
    <>
      <span className="draft-problem-words">{message}</span>
      <span className="draft-problem-action">{action}</span>
    </>
  );
  if (id === null || line === null)
    return (
      <div className="draft-problem draft-problem-still" data-blocks={blocks}>
        {words}
      </div>
    );
  return (
    <button type="button" className="draft-problem" data-blocks={blocks} onClick={() => void goToLine(id, line)}>
      {words}
      <span className="draft-problem-place figures">
        {note}, line {line}
      </span>
    </button>
  );
}
