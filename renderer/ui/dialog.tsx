import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import "../styles/dialog.css";
import { Button } from "./button.tsx";

interface DialogProps {
  readonly title: string;
  /** Said beneath the title. */
  readonly words?: string;
  /** "full": as wide as the window lets it. */
  readonly wide?: boolean | "full";
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog over the window. Escape and a click beside it close it; the keyboard stays inside. */
export function Dialog({ title, words, wide = false, onClose, children }: DialogProps) {
  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="veil" />
        <Radix.Content
          className={wide === "full" ? "dialog dialog-full" : wide ? "dialog dialog-wide" : "dialog"}
          {...(words === undefined ? { "aria-describedby": undefined } : {})}
        >
          <Radix.Title className="dialog-title">{title}</Radix.Title>
          {words !== undefined && <Radix.Description className="dialog-words">{words}</Radix.Description>}
          {children}
          {/* Last, so that the keyboard begins with what the dialog is for. */}
          <Radix.Close asChild>
            <Button look="icon" className="dialog-close" aria-label="Close">
              <X aria-hidden="true" />
            </Button>
          </Radix.Close>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
