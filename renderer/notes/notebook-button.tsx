import { ChevronDown } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useNotebook } from "../state/notebook.ts";

const NotebookMenu = lazy(async () => ({ default: (await import("./notebook-menu.tsx")).NotebookMenu }));

/** The notebook's name; opens a menu of notebooks, which is loaded when it is first asked for. */
export function NotebookButton() {
  const notebook = useNotebook((state) => state.notebook);
  const [asked, setAsked] = useState(false);
  const name = notebook?.name ?? "Lectern";
  const face = (
    <>
      <span className="notebook-name">{name}</span>
      <ChevronDown aria-hidden="true" />
    </>
  );
  const button = (
    <button
      type="button"
      className="notebook-button"
      title={notebook?.path}
      aria-haspopup="menu"
      aria-expanded={false}
      onClick={() => setAsked(true)}
    >
      {face}
    </button>
  );
  if (!asked) return button;
  return (
    <Suspense fallback={button}>
      <NotebookMenu title={notebook?.path}>{face}</NotebookMenu>
    </Suspense>
  );
}
