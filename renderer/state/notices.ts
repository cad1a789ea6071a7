import { create } from "zustand";
import type { Failure } from "#core/result.ts";

/** A message that stays until the person has read it. */
export interface Notice {
  readonly id: number;
  readonly kind: "problem" | "news";
  readonly message: string;
  /** What the person can do, as a sentence. */
  readonly advice: string | null;
  readonly buttons: readonly { readonly label: string; readonly run: () => void }[];
}

interface NoticesState {
  readonly notices: readonly Notice[];
}

/** What the person has to be told, newest last. */
export const useNotices = create<NoticesState>(() => ({ notices: [] }));

let lastId = 0;

/** Shows a notice; the same sentence is never shown twice at once. Returns its id. */
export function notify(notice: Omit<Notice, "id">): number {
  const { notices } = useNotices.getState();
  const known = notices.find(({ message }) => message === notice.message);
  if (known) return known.id;
  const id = ++lastId;
  useNotices.setState({ notices: [...notices, { ...notice, id }] });
  return id;
}

/** Shows why something could not be done. A choice that the person took back is no news. */
export function notifyFailure({ code, message, action }: Failure): void {
  if (code !== "cancelled") notify({ kind: "problem", message, advice: action, buttons: [] });
}

/** Takes a notice away. */
export function dismiss(id: number): void {
  useNotices.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));
}
