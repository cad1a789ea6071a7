import { join } from "node:path";
import { fail, ok, type Result } from "#core/result.ts";
import { extensions } from "#core/time/formats/formats.ts";
import { MINUTE } from "#core/time/instant.ts";
import type { Handlers } from "../answer.ts";
import { correctionRecords, moveRecords, writtenRecords } from "../corrections.ts";
import { exportSessions, type Pending, readImport, recordsOf, shownImport } from "../exchange.ts";
import type { OpenNotebook } from "../open-notebook.ts";
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
  | "recordWritten"
  | "exportTime"
  | "previewImport"
  | "importTime";

/** The time log of the window's notebook. */
export const timeHandlers = (context: WindowContext): Pick<Handlers, TimeCalls> => {
  const inNotebook = async <T>(work: (open: OpenNotebook) => Promise<Result<T>>): Promise<Result<T>> => {
    await context.opening;
    return context.notebook ? work(context.notebook) : noNotebook();
  };
  const keeping = <T>(work: (time: TimeKeeper) => Promise<Result<T>>): Promise<Result<T>> =>
    inNotebook((open) => work(open.time));
  /** The import that was shown last, until the person says yes. */
  let pending: Pending | null = null;
  return {
    readTime: () => keeping(async (time) => ok(time.state())),
    startSession: ({ module, ago = 0 }) => keeping((time) => time.happen({ type: "start", module, ago: ago * MINUTE })),
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
    recordWritten: ({ written }) => keeping((time) => time.correct(() => ok(writtenRecords(written, context.now())))),
    exportTime: ({ format, from, to }) =>
      inNotebook(async (open) => {
        const suggested = join(open.notebook.root, `${open.info.name} time.${extensions[format]}`);
        const file = await context.desktop.chooseSavePath("Export time", suggested);
        if (file === null) return fail("cancelled", "Nothing was exported.", "");
        const outlines = await open.readOutlines(() => {});
        if (!outlines.ok) return outlines;
        return exportSessions(file, format, { from, to }, open.time.sessions(), outlines.value, context.now());
      }),
    previewImport: ({ format }) =>
      inNotebook(async (open) => {
        const file = await context.desktop.chooseFile("Import time", ["*"]);
        if (file === null) return fail("cancelled", "Nothing was imported.", "");
        const outlines = await open.readOutlines(() => {});
        if (!outlines.ok) return outlines;
        const read = await readImport(file, format, open.time.sessions(), outlines.value, context.now());
        if (!read.ok) return read;
        pending = read.value;
        return ok(shownImport(read.value));
      }),
    importTime: ({ token }) =>
      keeping(async (time) => {
        const shown = pending;
        if (shown?.token !== token)
          return fail("not-found", "That import is no longer at hand.", "Choose the file again.");
        pending = null;
        return time.correct(() => ok(recordsOf(shown, context.now())));
      }),
  };
};
