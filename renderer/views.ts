import type { ComponentType, LazyExoticComponent } from "react";
import type { ViewName } from "./state/ui.ts";

type LazyView = LazyExoticComponent<ComponentType>;

/**
 * The views besides the notes themselves, each loaded when it is first shown. A view that is not listed has no button
 * and no command.
 */
export const lazyViews: Partial<Record<Exclude<ViewName, "notes">, LazyView>> = {};
