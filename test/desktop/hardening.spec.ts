import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { callNames, eventNames } from "#core/calls.ts";
import { expect, test } from "./lectern.ts";

// biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from the pattern
test.beforeEach(({}, info) => {
  test.skip(info.project.name !== "electron", "these are Electron's own settings");
});

test("every switch of the window is as SAFETY wants it", async ({ folder, start }) => {
  await writeFile(join(folder, "a.md"), "# A\n");
  const { electron } = await start({ path: folder });
  const preferences = await electron?.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences: () => Record<string, unknown>;
    };
    return contents.getLastWebPreferences();
  });
  expect(preferences).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    webSecurity: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    experimentalFeatures: false,
    allowRunningInsecureContent: false,
  });
  // Electron leaves these two out of what it tells when they are off.
  expect(preferences?.nodeIntegrationInWorker ?? false).toBe(false);
  expect(preferences?.navigateOnDragDrop ?? false).toBe(false);
});

test("the page is served under app: with the policy as a header", async ({ folder, start }) => {
  await writeFile(join(folder, "a.md"), "# A\n");
  const { page } = await start({ path: folder });
  const { url, policy, missing, sniff } = await page.evaluate(async () => {
    const response = await fetch(location.href);
    const missing = await fetch("app://lectern/../../etc/passwd").then((r) => r.status);
    return {
      url: location.href,
      policy: response.headers.get("content-security-policy") ?? "",
      sniff: response.headers.get("x-content-type-options"),
      missing,
    };
  });
  expect(url).toBe("app://lectern/index.html");
  expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self' 'nonce-[A-Za-z0-9+/=]{20,}'/);
  for (const rule of [
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "connect-src 'self'",
  ])
    expect(policy).toContain(rule);
  expect(policy).not.toContain("unsafe");
  expect(sniff).toBe("nosniff");
  expect(missing).toBe(404);
});

test("the window reaches named functions and nothing else", async ({ folder, start }) => {
  await writeFile(join(folder, "a.md"), "# A\n");
  const { page } = await start({ path: folder });
  const found = await page.evaluate(() => ({
    names: Object.keys(window.lectern).sort(),
    events: Object.keys(window.lectern.on).sort(),
    node: ["require", "process", "Buffer", "global", "__dirname"].filter((name) => name in window),
  }));
  expect(found.names).toEqual([...callNames.filter((name) => name !== "openDropped"), "on"].sort());
  expect(found.events).toEqual([...eventNames].sort());
  expect(found.node).toEqual([]);
});

test("no permission, window, navigation, request or download is to be had", async ({ folder, start }) => {
  await writeFile(join(folder, "a.md"), "# A\n");
  const { page, requests, electron } = await start({ path: folder });
  const before = page.url();
  const outcome = await page.evaluate(async () => {
    const state = async (name: string) =>
      (await navigator.permissions.query({ name: name as PermissionName }).catch(() => ({ state: "unknown" }))).state;
    const opened = window.open("https://example.org/", "_blank");
    const fetched = await fetch("https://example.org/").then(
      () => "answered",
      () => "refused",
    );
    const image = await new Promise((done) => {
      const element = new Image();
      element.onload = () => done("loaded");
      element.onerror = () => done("refused");
      element.src = "https://example.org/x.png";
    });
    const media = await navigator.mediaDevices.getUserMedia({ audio: true }).then(
      () => "granted",
      () => "denied",
    );
    const link = document.createElement("a");
    link.href = "data:text/plain,hello";
    link.download = "hello.txt";
    document.body.append(link);
    link.click();
    location.href = "https://example.org/";
    return {
      opened: opened === null,
      fetched,
      image,
      media,
      geolocation: await state("geolocation"),
      notifications: await state("notifications"),
    };
  });
  expect(outcome).toMatchObject({ opened: true, fetched: "refused", image: "refused", media: "denied" });
  expect(outcome.geolocation).not.toBe("granted");
  expect(outcome.notifications).not.toBe("granted");
  expect(page.url()).toBe(before);
  expect(await electron?.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  // The policy stops these before the network would; none got as far as a request that was sent.
  expect((await requests()).filter((url) => url.startsWith("http"))).toEqual([]);
});

test("a frame inside the page has no bridge", async ({ folder, start }) => {
  await writeFile(join(folder, "a.md"), "# A\n");
  const { page } = await start({ path: folder });
  const found = await page.evaluate(async () => {
    const frame = document.createElement("iframe");
    frame.srcdoc = "<p>inside</p>";
    const loaded = new Promise((done) => frame.addEventListener("load", done));
    document.body.append(frame);
    await loaded;
    const inner = frame.contentWindow as (Window & { lectern?: unknown }) | null;
    return { bridge: typeof inner?.lectern, text: frame.contentDocument?.body.textContent };
  });
  expect(found).toEqual({ bridge: "undefined", text: "inside" });
});

const links: [string, boolean][] = [
  ["https://example.org/a?b#c", true],
  ["http://example.org/", true],
  ["mailto:a@example.org", true],
  ["file:///etc/passwd", false],
  ["javascript:alert(1)", false],
  ["JaVaScRiPt:alert(1)", false],
  ["java\tscript:alert(1)", false],
  ["ht\ntps://example.org/", false],
  [" https://example.org/", false],
  ["\\\\server\\share", false],
  ["//server/share", false],
  ["smb://server/share", false],
  ["ms-msdt:/id", false],
  ["search-ms:query=x", false],
  ["vbscript:x", false],
  ["data:text/html,x", false],
  ["blob:https://example.org/x", false],
  ["app://lectern/index.html", false],
  ["chrome://settings", false],
  ["view-source:https://example.org/", false],
  ["https://user:pass@example.org/", false],
  ["https:/\\example.org", false],
  ["", false],
  ["https://", false],
  ["ftp://example.org/", false],
  ["tel:123", false],
  ["ssh://x", false],
  ["steam://run/1", false],
  ["about:blank", false],
  ["note-asset://image/x", false],
];

test("of links only http, https and mailto open", async ({ folder, start }) => {
  await writeFile(join(folder, "a.md"), "# A\n");
  const { page, openedOutside } = await start({ path: folder });
  for (const [url] of links) await page.evaluate((address) => window.lectern.openLink({ url: address }), url);
  expect(await openedOutside()).toEqual(links.filter(([, opens]) => opens).map(([url]) => url));
});
