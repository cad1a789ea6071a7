import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

/** What is asked of a page through Chromium's DevTools protocol (https://chromedevtools.github.io/devtools-protocol/). */
export interface Devtools {
  send<Answer = Record<string, unknown>>(method: string, parameters?: Record<string, unknown>): Promise<Answer>;
}

/** A page of a process of our own, asked through its debugging port: nothing is put into the page, nothing waits. */
export interface Started extends Devtools {
  /** When the process was started, in ms since the epoch. */
  readonly startedAt: number;
  readonly end: () => Promise<void>;
}

/** The value of an expression in a page; a promise is waited for. */
export async function evaluate<Value>(page: Devtools, expression: string): Promise<Value> {
  const { result, exceptionDetails } = await page.send<{
    result: { value: Value };
    exceptionDetails?: { text: string; exception?: { description?: string } };
  }>("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
  if (exceptionDetails !== undefined) {
    throw new Error(
      `${exceptionDetails.exception?.description ?? exceptionDetails.text} in ${expression.slice(0, 200)}`,
    );
  }
  return result.value;
}

/** Asks a page again and again until an expression is true; while it is being loaded, nothing is. */
export async function until(page: Devtools, expression: string, within = 60_000): Promise<void> {
  const end = Date.now() + within;
  while (!(await evaluate<boolean>(page, `Boolean(${expression})`).catch(() => false))) {
    if (Date.now() > end) throw new Error(`Not within ${within} ms: ${expression}`);
    await new Promise((done) => setTimeout(done, 10));
  }
}

async function portOf(process: ChildProcess): Promise<string> {
  let said = "";
  return new Promise((resolve, reject) => {
    process.stderr?.on("data", (text) => {
      said += text;
      const port = /DevTools listening on ws:\/\/([^/]+)\//.exec(said)?.[1];
      if (port !== undefined) resolve(port);
    });
    process.once("exit", (code) => reject(new Error(`The window ended with code ${code}: ${said}`)));
  });
}

async function pageSocket(port: string): Promise<WebSocket> {
  for (;;) {
    const targets = (await (await fetch(`http://${port}/json/list`)).json()) as {
      type: string;
      url: string;
      webSocketDebuggerUrl: string;
    }[];
    const page = targets.find(({ type, url }) => type === "page" && url !== "" && url !== "about:blank");
    if (page !== undefined) {
      const socket = new WebSocket(page.webSocketDebuggerUrl);
      await new Promise<void>((resolve, reject) => {
        socket.addEventListener("open", () => resolve(), { once: true });
        socket.addEventListener("error", () => reject(new Error("The page did not answer.")), { once: true });
      });
      return socket;
    }
    await new Promise((done) => setTimeout(done, 5));
  }
}

/** Starts a program with a window, and connects to its page as soon as there is one. */
export async function startWindow(executable: string, words: readonly string[]): Promise<Started> {
  const startedAt = Date.now();
  const child = spawn(executable, ["--remote-debugging-port=0", ...words], { stdio: ["ignore", "ignore", "pipe"] });
  const socket = await pageSocket(await portOf(child));
  const waiting = new Map<number, { resolve: (answer: never) => void; reject: (error: Error) => void }>();
  let last = 0;
  socket.addEventListener("message", ({ data }) => {
    const { id, result, error } = JSON.parse(String(data));
    const asked = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) asked?.resolve(result as never);
    else asked?.reject(new Error(error.message));
  });
  return {
    startedAt,
    send: (method, parameters = {}) =>
      new Promise((resolve, reject) => {
        const id = ++last;
        waiting.set(id, { resolve, reject });
        socket.send(JSON.stringify({ id, method, params: parameters }));
      }),
    async end() {
      const gone = once(child, "exit");
      socket.close();
      child.kill("SIGKILL");
      await gone;
    },
  };
}
