import { type ComponentType, type LazyExoticComponent, lazy } from "react";
import type { ViewName } from "./state/ui.ts";

type LazyView = LazyExoticComponent<ComponentType>;

/**
 * The views besides the notes themselves, each loaded when it is first shown. A view that is not listed has no button
 * and no command.
 */
export const lazyViews: Partial<Record<Exclude<ViewName, "notes">, LazyView>> = {
  plan: lazy(async () => ({ default: (await import("./report/plan-view.tsx")).PlanView })),
  time: lazy(async () => ({ default: (await import("./report/time-view.tsx")).TimeView })),
  draft: lazy(async () => ({ default: (await import("./draft/draft-view.tsx")).DraftView })),
};
