import type { Payload, Settings } from "#core/api.ts";
import type { EventName } from "#core/calls.ts";
import type { Failure } from "#core/result.ts";
import type { Log } from "../answer.ts";
import type { Store, WindowState } from "../app-data.ts";
import type { OpenNotebook } from "../open-notebook.ts";

/** What handlers ask of the desktop. Electron's in the app; the browser tests bring their own. */
export interface Desktop {
  readonly chooseFolder: (title: string) => Promise<string | null>;
  readonly chooseFile: (title: string, endings: readonly string[]) => Promise<string | null>;
  readonly chooseSavePath: (title: string, suggested: string) => Promise<string | null>;
  readonly trash: (path: string) => Promise<void>;
  readonly reveal: (path: string) => void;
  /** Opens an address that electron/address.ts let through. */
  readonly openOutside: (url: string) => Promise<void>;
  /** Opens a notebook in this window where it has none, else in its own; true: this window shows it now. */
  readonly openTarget: (path: string) => Promise<boolean>;
  readonly send: <Name extends EventName>(name: Name, payload: Payload<Name>) => void;
  /** Tells every window and the system's menus. */
  readonly applySettings: (settings: Settings) => void;
  /** The window has answered `flush`. */
  readonly flushed: (unsaved: readonly string[]) => void;
  readonly imageAddress: (root: string, path: string) => Promise<string | null>;
  readonly version: string;
  readonly platform: string;
  readonly logFile: string;
  /** Where the sample notebook lies in the app. */
  readonly sample: string;
}

/** One window, as its handlers see it. */
export interface WindowContext {
  readonly desktop: Desktop;
  readonly settings: Store<Settings>;
  readonly windowState: Store<WindowState>;
  readonly log: Log;
  readonly now: () => Date;
  /** Settles when what the window was made for is open, or could not be opened. */
  opening: Promise<unknown>;
  notebook: OpenNotebook | null;
  /** Why what was asked for could not be opened. */
  problem: Failure | null;
}
