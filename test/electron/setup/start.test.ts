import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const script = fileURLToPath(new URL("../../../electron/setup/start.mjs", import.meta.url));

/** `npm start -- words`, on a machine without a display. */
const start = (...words: string[]) => {
  const { DISPLAY: _x, WAYLAND_DISPLAY: _w, ...env } = process.env;
  return spawnSync(process.execPath, [script, ...words], { encoding: "utf8", env });
};

const oneSentence = /^[^\n]+\n$/;

describe("npm start", () => {
  it.skipIf(process.platform !== "linux")("without a display names the terminal command", () => {
    const { status, stderr } = start();
    expect(stderr).toMatch(oneSentence);
    expect(stderr).toContain("npx lectern");
    expect(status).toBe(2);
  });

  it("names an argument that it does not know", () => {
    const { status, stderr } = start("--wrong");
    expect(stderr).toMatch(oneSentence);
    expect(stderr).toContain('"--wrong"');
    expect(status).toBe(2);
  });

  it("opens one path, not two", () => {
    const { status, stderr } = start("one.md", "two.md");
    expect(stderr).toMatch(oneSentence);
    expect(stderr).toContain('"two.md"');
    expect(status).toBe(2);
  });

  it.skipIf(process.platform !== "linux")("takes what follows -- as a path, whatever it looks like", () => {
    expect(start("--", "-notes.md").stderr).not.toContain("does not know");
  });
});
