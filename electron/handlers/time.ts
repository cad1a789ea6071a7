import { fail, ok, type Result } from "#core/result.ts";
import type { Handlers } from "../answer.ts";
import { correctionRecords, moveRecords } from "../corrections.ts";
import type { TimeKeeper } from "../time-keeper.ts";
import type { WindowContext } from "./context.ts";
import { noNotebook } from "./notes.ts";

type TimeCalls =
  | "readTime"
  | "startSession"
  | "stopSession"
  | "pauseSession"
  | "answerQuestion"
  | "editTime"
  | "moveModules"
  | "exportTime"
  | "previewImport"
  | "importTime";

/** The time log of the window's notebook. */
export const timeHandlers = (context: WindowContext): Pick<Handlers, TimeCalls> => {
  const keeping = async <T>(work: (time: TimeKeeper) => Promise<Result<T>>): Promise<Result<T>> => {
    await context.opening;
    return context.notebook ? work(context.notebook.time) : noNotebook();
  };
  const notYet = async () => fail("bad-input", "This is not built yet.", "");
  return {
    readTime: () => keeping(async (time) => ok(time.state())),
    startSession: ({ module }) => keeping((time) => time.happen({ type: "start", module })),
    stopSession: () => keeping((time) => time.happen({ type: "stop" })),
    pauseSession: () => keeping((time) => time.happen({ type: time.state().running ? "pause" : "resume" })),
    answerQuestion: ({ answer, module }) =>
      keeping((time) => {
        if (answer === "give" && !module)
          return Promise.resolve(fail("bad-input", "No module was named for this time.", "Choose one."));
        if (answer === "give" && module) return time.happen({ type: "answer", answer: { kind: "give", module } });
        if (answer === "cut") return time.happen({ type: "answer", answer: { kind: "cut" } });
        return time.happen({ type: "answer", answer: { kind: answer === "keep" ? "keep" : "discard" } });
      }),
    editTime: (correction) =>
      keeping((time) => time.correct((records) => correctionRecords(correction, records, context.now()))),
    moveModules: ({ moves }) => keeping((time) => time.correct(() => ok(moveRecords(moves, context.now())))),
    exportTime: notYet,
    previewImport: notYet,
    importTime: notYet,
  };
};
