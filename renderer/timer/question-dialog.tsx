import type { TimeQuestion } from "#core/api.ts";
import { currentModule } from "../state/current-module.ts";
import { answerQuestion, useTime } from "../state/time.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { plainMinutes } from "../ui/minutes.ts";
import "../state/style-nonce.ts";

const reasons: Record<TimeQuestion["why"], string> = {
  crash: "Lectern ended while the timer ran.",
  sleep: "The computer slept while the timer ran.",
  idle: "Nobody used the computer while the timer ran.",
  clock: "The computer's clock was changed while the timer ran.",
};

const moment = new Intl.DateTimeFormat(undefined, { weekday: "short", hour: "2-digit", minute: "2-digit" });

/** Asks once what a stretch that nobody watched was. Closing it keeps everything as it is. */
export function QuestionDialog() {
  const question = useTime((time) => time.question);
  if (question === null) return null;
  const here = currentModule();
  const { session, why, lastSeen, gapMinutes } = question;
  const gap = plainMinutes(gapMinutes);
  const elsewhere = here !== null && here.title !== session.module.title ? here : null;
  return (
    <Dialog
      title={`Was that time on “${session.module.title}”?`}
      words={`${reasons[why]} Last sign of life: ${moment.format(new Date(lastSeen))}, ${gap} ago.`}
      onClose={() => void answerQuestion({ answer: "keep" })}
    >
      <div className="choices">
        <Button look="main" onClick={() => void answerQuestion({ answer: "cut" })}>
          Leave out the {gap}
        </Button>
        <Button onClick={() => void answerQuestion({ answer: "keep" })}>Keep it all</Button>
        {elsewhere !== null && (
          <Button onClick={() => void answerQuestion({ answer: "give", module: elsewhere })}>
            Give the {gap} to “{elsewhere.title}”
          </Button>
        )}
        <Button onClick={() => void answerQuestion({ answer: "discard" })}>Discard the whole session</Button>
      </div>
    </Dialog>
  );
}
