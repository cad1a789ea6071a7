/** What the command line asks the window to do. */
export interface StartArguments {
  /** The folder or file to open, as typed; null when none was named. */
  readonly path: string | null;
  /** An argument that Lectern does not know; null when all are known. */
  readonly unknown: string | null;
}

/** Switches of Chromium and of test drivers; each is theirs, not ours. */
const passedOn =
  /^--(user-data-dir|no-sandbox|inspect(-brk)?|remote-debugging-(port|pipe)|disable-|enable-|force-|ozone-|lang|log-|proxy-|password-store|use-gl|use-angle|in-process-gpu|no-first-run|no-zygote|headless|test-type|js-flags|v=|vmodule|high-dpi|touch-|allow-|trace-|no-xshm|single-process|host-rules|host-resolver|original-process-start-time|noerrdialogs|window-)/;

/** Reads the arguments after the program and, in development, the app's own folder. */
export const readStartArguments = (args: readonly string[]): StartArguments => {
  let path: string | null = null;
  let onlyPaths = false;
  for (const arg of args) {
    if (!onlyPaths && arg === "--") onlyPaths = true;
    else if (!onlyPaths && arg.startsWith("-")) {
      if (!passedOn.test(arg)) return { path, unknown: arg };
    } else if (path === null) path = arg;
    else return { path, unknown: arg };
  }
  return { path, unknown: null };
};
