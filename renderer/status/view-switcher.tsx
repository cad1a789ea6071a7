import { useUi, type ViewName } from "../state/ui.ts";
import { lazyViews } from "../views.ts";

const titles: Record<ViewName, string> = { notes: "Notes", plan: "Plan", time: "Time", draft: "Draft" };
const order: readonly ViewName[] = ["notes", "plan", "time", "draft"];

/** Switches between the views that there are; a single one needs no switch. */
export function ViewSwitcher() {
  const view = useUi((state) => state.view);
  const views = order.filter((name) => name === "notes" || lazyViews[name] !== undefined);
  if (views.length < 2) return null;
  return (
    <nav className="views" aria-label="Views">
      {views.map((name) => (
        <button
          key={name}
          type="button"
          className="view-tab"
          aria-current={name === view ? "page" : undefined}
          onClick={() => useUi.setState({ view: name })}
        >
          {titles[name]}
        </button>
      ))}
    </nav>
  );
}
