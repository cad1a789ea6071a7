import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { missingOf, programPath } from "../../../electron/setup/system.mjs";

const module = fileURLToPath(new URL("../../../electron/setup/system.mjs", import.meta.url));

describe("what the system has", () => {
  it("is found by the name of a program or a library", () => {
    const needs = [
      { wants: "node", packages: [] },
      { wants: "no-such-program", packages: [] },
      { wants: "libno-such-library.so.1", packages: [] },
      ...(process.platform === "linux" ? [{ wants: "libc.so.6", packages: [] }] : []),
    ];
    const linux = process.platform === "linux";
    expect(missingOf(needs).map(({ wants }) => wants)).toEqual(
      linux ? ["no-such-program", "libno-such-library.so.1"] : ["no-such-program"],
    );
  });

  it("is a program that may be started", () => {
    const path = programPath("node") ?? "";
    expect(() => accessSync(path, constants.X_OK)).not.toThrow();
  });
});

describe.skipIf(process.platform !== "linux")("what the system lacks", () => {
  /** As somebody who may install nothing. */
  const asNobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  const script = `
    import { ensureSystem } from ${JSON.stringify(module)};
    const needs = [{ wants: "no-such-program", packages: ["no-such-package", "coreutils"] }, { wants: "sh", packages: [] }];
    console.log(ensureSystem(needs).length);`;

  it("is named in one line that can be pasted", () => {
    const run = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
      encoding: "utf8",
      cwd: "/",
      env: { PATH: process.env.PATH ?? "" },
      ...asNobody,
    });
    expect(run.stderr).toMatch(/please (run: sudo apt-get install -y coreutils|install: no-such-program)\n$/);
    expect(run.stderr.trim().split("\n")).toHaveLength(1);
    expect(run.stdout).toBe("1\n");
  });
});
