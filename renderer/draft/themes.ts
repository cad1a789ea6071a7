import { useSyncExternalStore } from "react";
import type { Theme } from "./page-document.ts";

const page = document.documentElement;

const watch = (changed: () => void): (() => void) => {
  const observer = new MutationObserver(changed);
  observer.observe(page, { attributes: true, attributeFilter: ["data-theme"] });
  return () => observer.disconnect();
};

/** The theme that the window shows. */
export const useTheme = (): Theme =>
  useSyncExternalStore(watch, () => (page.dataset.theme === "dark" ? "dark" : "light"));
