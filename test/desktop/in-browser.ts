import { readFile, realpath } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright";
import { type CallName, callNames, eventNames } from "#core/calls.ts";
import { answer } from "../../electron/answer.ts";
import { initialSettings, initialWindowState, parseSettings, parseWindowState } from "../../electron/app-data.ts";
import { openJsonStore } from "../../electron/files/json-store.ts";
import type { WindowContext } from "../../electron/handlers/context.ts";
import { handlersFor } from "../../electron/handlers/handlers.ts";
import { openNotebook } from "../../electron/open-notebook.ts";
import type { Running, Start } from "./lectern.ts";

const project = fileURLToPath(new URL("../..", import.meta.url));
const pages = join(project, "out", "renderer");

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".woff2": "font/woff2",
  ".svg": "image/svg+xml",
  ".png": "image/png",
};

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-tests'; img-src 'self' blob: data:; font-src 'self'; connect-src 'self'; worker-src 'self'; frame-src 'self'";

/** Serves the bundled pages and images on the loopback address, as electron/protocol.ts does under `app:`. */
const serve = async () => {
  const images = new Map<string, string>();
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    const file = images.get(path) ?? join(pages, path === "/" ? "index.html" : path);
    try {
      const body = await readFile(file);
      const html = extname(file) === ".html";
      response.setHeader("content-type", types[extname(file)] ?? "application/octet-stream");
      if (html) response.setHeader("content-security-policy", policy);
      response.end(html ? body.toString("utf8").replaceAll("__CSP_NONCE__", "tests") : body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return { server, images, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
};

/** Shows the built pages in Debian's current Chromium, with the real handlers behind the bridge. */
export const startBrowser = async ({ path, data }: Start & { data: string }): Promise<Running> => {
  const { server, images, origin } = await serve();
  const browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  const page = await browser.newPage({ viewport: { width: 1280, height: 820 } });
  const requests: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(origin) && !/^(data|blob):/.test(request.url())) requests.push(request.url());
  });

  const errors: string[] = [];
  const log = (error: unknown, doing: string) => void errors.push(`${doing}: ${error}`);
  const now = () => new Date();
  const outside: string[] = [];
  let chosen: string | null = null;
  let flushed: (unsaved: readonly string[]) => void = () => {};
  const [settings, windowState] = await Promise.all([
    openJsonStore({
      file: join(data, "settings.json"),
      parse: parseSettings,
      initial: initialSettings,
      onError: (e) => log(e, "settings"),
    }),
    openJsonStore({
      file: join(data, "windows.json"),
      parse: parseWindowState,
      initial: initialWindowState,
      onError: (e) => log(e, "windows"),
    }),
  ]);

  const send: WindowContext["desktop"]["send"] = (name, payload) => {
    if (page.isClosed()) return;
    const tell = ([event, detail]: [string, unknown]) =>
      void window.dispatchEvent(new CustomEvent(`lectern:${event}`, { detail }));
    // A page that is going away hears nothing more.
    page.evaluate(tell, [name, payload] as [string, unknown]).catch(() => {});
  };
  const open = async (target: string): Promise<boolean> => {
    const opened = await openNotebook(target, {
      dataFolder: data,
      windowState,
      send,
      trash: context.desktop.trash,
      idleSeconds: () => undefined,
      stopOthers: async () => {},
      log,
      now,
    });
    if (opened.ok) context.notebook = opened.value;
    else context.problem = opened.error;
    return true;
  };
  const context: WindowContext = {
    settings,
    windowState,
    log,
    now,
    notebook: null,
    problem: null,
    opening: Promise.resolve(),
    desktop: {
      chooseFolder: async () => chosen,
      chooseFile: async () => chosen,
      chooseSavePath: async () => chosen,
      trash: async (file) => (await import("node:fs/promises")).rename(file, join(data, `trashed-${Date.now()}`)),
      reveal: () => {},
      openOutside: async (url) => void outside.push(url),
      openTarget: async (target) => (context.notebook ? false : open(target)),
      send,
      applySettings: (next) => send("settingsChanged", next),
      flushed: (unsaved) => flushed(unsaved),
      imageAddress: async (root, file) => {
        const real = await realpath(file).catch(() => null);
        if (!real?.startsWith((await realpath(root)) + sep)) return null;
        const address = `/image/${images.size}${extname(file)}`;
        images.set(address, real);
        return origin + address;
      },
      version: "tests",
      platform: process.platform,
      logFile: join(data, "errors.log"),
      sample: join(project, "resources", "sample"),
    },
  };
  if (path !== undefined) context.opening = open(path);
  const handlers = handlersFor(context);
  await page.exposeBinding("lecternCall", (_source, name: CallName, input: unknown) =>
    answer(name, input, handlers, log),
  );
  await page.addInitScript(
    ([calls, events]) => {
      const call = (window as unknown as { lecternCall: (name: string, input: unknown) => Promise<unknown> })
        .lecternCall;
      const on = Object.fromEntries(
        events.map((name) => [
          name,
          (listener: (payload: unknown) => void) => {
            const forward = (event: Event) => listener((event as CustomEvent).detail ?? undefined);
            window.addEventListener(`lectern:${name}`, forward);
            return () => window.removeEventListener(`lectern:${name}`, forward);
          },
        ]),
      );
      const named = Object.fromEntries(calls.map((name) => [name, (input: unknown) => call(name, input)]));
      Object.assign(window, { lectern: { ...named, on } });
    },
    [callNames.filter((name) => name !== "openDropped"), [...eventNames]] as [string[], string[]],
  );
  await page.goto(`${origin}/index.html`);

  let ended = false;
  const end = async () => {
    if (ended) return;
    ended = true;
    await browser.close();
    await context.notebook?.close();
    await Promise.all([settings.flush(), windowState.flush()]);
    server.close();
    server.closeAllConnections();
  };
  return {
    page,
    data,
    close: async () => {
      const saved = new Promise<readonly string[]>((done) => {
        flushed = done;
      });
      send("flush", undefined);
      const unsaved = await saved;
      if (unsaved.length > 0) throw new Error(`not saved: ${unsaved.join(", ")}`);
      await end();
    },
    kill: end,
    choose: async (answer) => {
      chosen = answer;
    },
    requests: async () => requests,
    openedOutside: async () => outside,
  };
};
