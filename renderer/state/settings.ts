import { create } from "zustand";
import type { Settings } from "#core/api.ts";
import { bridge } from "../bridge.ts";
import { notifyFailure } from "./notices.ts";

/** What holds until the main process has answered. */
const first: Settings = {
  theme: "system",
  textSize: 18,
  measure: 72,
  spellcheck: true,
  focusMinutes: null,
  hoursPerWeek: 5,
  sidebar: true,
  panel: true,
};

/** The person's settings, as the main process keeps them. */
export const useSettings = create<Settings>(() => first);

/** Changes settings at once, and keeps them. */
export async function changeSettings(change: Partial<Settings>): Promise<void> {
  useSettings.setState(change);
  const result = await bridge.setSettings(change);
  if (!result.ok) notifyFailure(result.error);
}

const dark = window.matchMedia("(prefers-color-scheme: dark)");

/** Puts the chosen theme on the page and follows the system's where that is the choice. */
export function followTheme(): void {
  const show = (): void => {
    const { theme } = useSettings.getState();
    const system = dark.matches ? "dark" : "light";
    document.documentElement.dataset.theme = theme === "system" ? system : theme;
  };
  show();
  useSettings.subscribe(show);
  dark.addEventListener("change", show);
}
