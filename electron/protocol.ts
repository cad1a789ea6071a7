import { randomBytes } from "node:crypto";
import { constants, readdirSync } from "node:fs";
import { open, readFile, realpath } from "node:fs/promises";
import { extname, join, sep } from "node:path";
import { protocol, type Session } from "electron";
import { appScheme, assetScheme } from "./address.ts";
import { contentPolicy } from "./hardening.ts";

const pageTypes: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".woff2": "font/woff2",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".json": "application/json",
};

/** Images that a note may show. SVG stands with them: as an image it runs no script. */
const imageTypes: Record<string, string> = {
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".gif": "image/gif",
  ".webp": "image/webp",
  ".avif": "image/avif",
  ".bmp": "image/bmp",
  ".svg": "image/svg+xml",
};

/** True for a file name that is served as an image. */
export const isImage = (path: string): boolean => extname(path).toLowerCase() in imageTypes;

/** Must run before the app is ready. */
export const registerSchemes = (): void =>
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
    { scheme: assetScheme, privileges: { standard: true, secure: true } },
  ]);

/** Files below a folder by their address, read once: what is not in the map does not exist. */
const filesBelow = (folder: string): ReadonlyMap<string, string> => {
  const map = new Map<string, string>();
  const walk = (inside: string): void => {
    for (const entry of readdirSync(join(folder, inside), { withFileTypes: true })) {
      const path = inside === "" ? entry.name : `${inside}/${entry.name}`;
      if (entry.isDirectory()) walk(path);
      else map.set(`/${path}`, join(folder, path));
    }
  };
  walk("");
  return map;
};

const notFound = () => new Response("Not found", { status: 404, headers: { "content-type": "text/plain" } });

/** Serves the bundled pages under `app:`, with the policy as a header and a new nonce each time. */
export const servePages = (session: Session, folder: string): void => {
  const files = filesBelow(folder);
  session.protocol.handle(appScheme, async (request) => {
    const file = files.get(new URL(request.url).pathname);
    if (file === undefined) return notFound();
    const type = pageTypes[extname(file)] ?? "application/octet-stream";
    const headers = { "content-type": type, "x-content-type-options": "nosniff" };
    const bytes = await readFile(file);
    if (extname(file) !== ".html") return new Response(bytes, { headers });
    const nonce = randomBytes(16).toString("base64");
    return new Response(bytes.toString("utf8").replaceAll("__CSP_NONCE__", nonce), {
      headers: { ...headers, "content-security-policy": contentPolicy(nonce) },
    });
  });
};

/** The images that windows were given an address for. */
export interface Assets {
  /** Gives an address to the image at `path`, which must lie inside `root` once links are followed; null otherwise. */
  readonly addressOf: (root: string, path: string) => Promise<string | null>;
}

/** Serves images of notebooks under `note-asset:`, by ids that say nothing of where they lie. */
export const serveAssets = (session: Session): Assets => {
  const byId = new Map<string, { root: string; path: string }>();
  const idByPath = new Map<string, string>();
  const inside = async (root: string, path: string): Promise<string | null> => {
    try {
      const real = await realpath(path);
      return real.startsWith((await realpath(root)) + sep) && isImage(real) ? real : null;
    } catch {
      return null;
    }
  };
  session.protocol.handle(assetScheme, async (request) => {
    const known = byId.get(new URL(request.url).pathname.slice(1));
    const real = known && (await inside(known.root, known.path));
    if (!real) return notFound();
    // Opening a pipe of that name without this flag would wait for a writer.
    const file = await open(real, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      if (!(await file.stat()).isFile()) return notFound();
      return new Response(await file.readFile(), {
        headers: {
          "content-type": imageTypes[extname(real).toLowerCase()] ?? "application/octet-stream",
          "x-content-type-options": "nosniff",
          "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
        },
      });
    } finally {
      await file.close();
    }
  });
  return {
    addressOf: async (root, path) => {
      if ((await inside(root, path)) === null) return null;
      const key = `${root}\0${path}`;
      const id = idByPath.get(key) ?? randomBytes(12).toString("base64url");
      idByPath.set(key, id);
      byId.set(id, { root, path });
      return `${assetScheme}://image/${id}`;
    },
  };
};
