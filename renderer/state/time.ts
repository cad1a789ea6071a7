import { create } from "zustand";
import type { TimeState } from "#core/api.ts";
import type { ModulePath } from "#core/outline/tree.ts";
import type { Result } from "#core/result.ts";
import { bridge } from "../bridge.ts";
import { notifyFailure } from "./notices.ts";

/** Sessions, and the one that runs. */
export const useTime = create<TimeState>(() => ({
  sessions: [],
  running: null,
  paused: false,
  quarantine: [],
  unplaced: [],
  writtenBack: [],
  question: null,
}));

const accept = (result: Result<TimeState>): boolean => {
  if (result.ok) useTime.setState(result.value);
  else notifyFailure(result.error);
  return result.ok;
};

/** Reads the time log. */
export const readTime = async (): Promise<boolean> => accept(await bridge.readTime(undefined));

/** Stops what runs and starts a session on a module; `ago`: it began so many minutes before. */
export const startSession = async (module: ModulePath, ago?: number): Promise<boolean> =>
  accept(await bridge.startSession(ago === undefined ? { module } : { module, ago }));

/** Ends the running session. */
export const stopSession = async (): Promise<boolean> => accept(await bridge.stopSession(undefined));

/** Pauses the running session, or goes on with the paused one. */
export const pauseSession = async (): Promise<boolean> => accept(await bridge.pauseSession(undefined));

/** Corrects the log. */
export const editTime = async (edit: Parameters<typeof bridge.editTime>[0]): Promise<boolean> =>
  accept(await bridge.editTime(edit));

/** Answers what was asked about the session that nobody watched. */
export async function answerQuestion(answer: Parameters<typeof bridge.answerQuestion>[0]): Promise<void> {
  accept(await bridge.answerQuestion(answer));
}

/** Corrects the log by what was typed. Returns the sentence that says why it could not be done, or null. */
export async function typeTime(edit: Parameters<typeof bridge.editTime>[0]): Promise<string | null> {
  const result = await bridge.editTime(edit);
  if (!result.ok) return `${result.error.message} ${result.error.action}`;
  useTime.setState(result.value);
  return null;
}
