import { z } from "zod";
import { placeSchema, type Settings, settingsSchema } from "#core/api.ts";

/** What Lectern begins with. */
export const initialSettings: Settings = {
  theme: "system",
  textSize: 17,
  measure: 72,
  spellcheck: true,
  focusMinutes: null,
  hoursPerWeek: 6,
  sidebar: true,
  panel: true,
};

const boundsSchema = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(1),
  height: z.number().int().min(1),
  maximized: z.boolean(),
});

/** A window's place on the screen, in device-independent pixels. */
export type Bounds = z.infer<typeof boundsSchema>;

const notebookStateSchema = z.object({
  /** Milliseconds since the epoch. */
  opened: z.number(),
  bounds: boundsSchema.optional(),
  /** Path of the note shown last. */
  lastNote: z.string().optional(),
  /** Path of a note → where the person was in it. */
  places: z.record(z.string(), placeSchema),
});

/** What the app remembers of a notebook, outside of it. */
export type NotebookState = z.infer<typeof notebookStateSchema>;

const windowStateSchema = z.object({
  version: z.literal(1),
  /** Full path of a notebook → what is remembered of it. */
  notebooks: z.record(z.string(), notebookStateSchema),
});

/** The file of window state, `windows.json` in the app's own data. */
export type WindowState = z.infer<typeof windowStateSchema>;

/** A store of one JSON file (electron/files/json-store.ts). */
export interface Store<T> {
  readonly get: () => T;
  /** Kept in memory at once, on disk soon; `flush` waits for the disk. */
  readonly set: (next: T) => void;
  readonly flush: () => Promise<void>;
}

/** Reads settings; unknown or damaged fields fall back one by one, so that one bad value does not cost the others. */
export const parseSettings = (value: unknown): Settings => {
  const given = typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  const known = Object.entries(settingsSchema.shape).map(([key, schema]) => {
    const parsed = schema.safeParse(given[key]);
    return [key, parsed.success ? parsed.data : initialSettings[key as keyof Settings]];
  });
  return settingsSchema.parse(Object.fromEntries(known));
};

/** Reads the window state. Throws where it is not one. */
export const parseWindowState = (value: unknown): WindowState => windowStateSchema.parse(value);

export const initialWindowState: WindowState = { version: 1, notebooks: {} };

/** The state of one notebook, changed by `change`, as a new window state. */
export const withNotebook = (
  state: WindowState,
  path: string,
  now: number,
  change: (notebook: NotebookState) => NotebookState,
): WindowState => ({
  ...state,
  notebooks: { ...state.notebooks, [path]: change(state.notebooks[path] ?? { opened: now, places: {} }) },
});

/** The notebooks opened last, newest first. */
export const recentPaths = (state: WindowState, most = 12): string[] =>
  Object.entries(state.notebooks)
    .sort(([, a], [, b]) => b.opened - a.opened)
    .slice(0, most)
    .map(([path]) => path);
