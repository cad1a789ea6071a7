import { create } from "zustand";
import type { ModulePath } from "#core/outline/tree.ts";
import type { Session } from "#core/time/session.ts";

/** The views that take the middle of the window. */
export type ViewName = "notes" | "plan" | "time" | "draft";

/** What is open over the window, one at a time. */
export type DialogState =
  | { readonly kind: "palette"; readonly mode: "commands" | "places" }
  | { readonly kind: "new-note" }
  | { readonly kind: "rename-note"; readonly id: string }
  | { readonly kind: "trash-note"; readonly id: string }
  | { readonly kind: "add-session"; readonly module: ModulePath }
  | { readonly kind: "edit-session"; readonly session: Session }
  | {
      /** One line of text; `submit` says why it will not do, or null. */
      readonly kind: "ask";
      readonly title: string;
      readonly label: string;
      readonly button: string;
      readonly initial: string;
      readonly hint?: string;
      readonly submit: (text: string) => Promise<string | null>;
    }
  | {
      /** A question; `run` when the person says yes. */
      readonly kind: "confirm";
      readonly title: string;
      readonly words: string;
      readonly button: string;
      readonly run: () => void;
    }
  | { readonly kind: "notation" }
  | { readonly kind: "versions" }
  | { readonly kind: "keys" }
  | { readonly kind: "about" };

interface UiState {
  readonly view: ViewName;
  readonly dialog: DialogState | null;
}

/** What the window shows. */
export const useUi = create<UiState>(() => ({ view: "notes", dialog: null }));

/** Opens a dialog in place of the one that is open. */
export const openDialog = (dialog: DialogState): void => useUi.setState({ dialog });

/** Closes whatever dialog is open. */
export const closeDialog = (): void => useUi.setState({ dialog: null });
