import type { ModuleState } from "#core/outline/tree.ts";

/** How far a module has come, as a mark before its words. */
export function StateMark({ state }: { readonly state: ModuleState }) {
  return (
    <svg className={`state state-${state}`} viewBox="0 0 12 12" aria-hidden="true">
      {state === "done" ? <path d="M2.5 6.5 5 9l4.5-6" /> : <circle cx="6" cy="6" r="3.5" />}
      {state === "in-progress" && <path className="state-half" d="M6 2.5a3.5 3.5 0 0 1 0 7z" />}
    </svg>
  );
}
