import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, extname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const projects = ["core", "electron", "renderer"] as const;
type Project = (typeof projects)[number];

interface Source {
  /** Relative to the project's root, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly imports: readonly string[];
}

/** Static and dynamic imports; a name of a module has no blanks in it, which keeps sentences in strings out. */
const importPattern = /(?:\bfrom|^\s*import|\bimport\()\s*["']([\w@#./:?-]+)["']/gm;

const sourcesIn = (folder: string): Source[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(tsx?|mjs)$/.test(name) && !name.endsWith(".d.ts"))
    .map((name) => {
      const text = readFileSync(join(root, folder, name), "utf8");
      const imports = [...text.matchAll(importPattern)].map((match) => match[1] ?? "");
      return { path: `${folder}/${name.split(sep).join("/")}`, text, imports };
    });

const sources = new Map<Project, Source[]>(projects.map((project) => [project, sourcesIn(project)]));
const of = (project: Project): Source[] => sources.get(project) ?? [];
const all = [...projects.flatMap(of), ...sourcesIn("test")];

/** Which project an import reaches; null for a package. */
const reached = (from: Source, specifier: string): string | null => {
  if (specifier.startsWith("#core/")) return "core";
  if (!specifier.startsWith(".")) return null;
  return relative(root, resolve(root, dirname(from.path), specifier)).split(sep)[0] ?? null;
};

/** Every import that breaks a rule, as "file: import". */
const breaking = (files: readonly Source[], isWrong: (specifier: string, from: Source) => boolean): string[] =>
  files.flatMap((file) => file.imports.filter((it) => isWrong(it, file)).map((it) => `${file.path}: ${it}`));

const isNode = (specifier: string) => specifier.startsWith("node:") || builtinModules.includes(specifier);
/** Whole lines of comment: what they mention is not used. */
const comment = /^\s*(\/\/|\/?\*).*$/gm;
const mentioning = (files: readonly Source[], pattern: RegExp): string[] =>
  files.filter(({ text }) => pattern.test(text.replaceAll(comment, ""))).map(({ path }) => path);

describe("the one arrow", () => {
  it("sees the imports of every project", () => {
    for (const project of projects) expect(of(project).flatMap(({ imports }) => imports).length).toBeGreaterThan(0);
  });

  it("leads from core nowhere", () => {
    expect(
      breaking(
        of("core"),
        (it, from) => isNode(it) || it === "electron" || !["core", null].includes(reached(from, it)),
      ),
    ).toEqual([]);
  });

  it("leads from electron to core only", () => {
    expect(breaking(of("electron"), (it, from) => !["core", "electron", null].includes(reached(from, it)))).toEqual([]);
  });

  it("leads from renderer to core only, and to nothing that Node has", () => {
    expect(
      breaking(
        of("renderer"),
        (it, from) => isNode(it) || it === "electron" || !["core", "renderer", null].includes(reached(from, it)),
      ),
    ).toEqual([]);
  });

  it("is written #core/ from outside of core and relative inside", () => {
    expect(breaking(of("core"), (it) => it.startsWith("#core/"))).toEqual([]);
    const outside = [...of("electron"), ...of("renderer")];
    expect(breaking(outside, (it, from) => it.startsWith(".") && reached(from, it) === "core")).toEqual([]);
  });

  it("names the file's ending in every relative import", () => {
    const known = /\.(tsx?|mjs|cjs|json|css|svg|png|woff2)(\?\w+)?$/;
    expect(
      breaking(
        all,
        (it) =>
          (it.startsWith(".") || it.startsWith("#")) && !known.test(it) && !it.endsWith("/") && !/^[./]+$/.test(it),
      ),
    ).toEqual([]);
  });

  it("does not compile when it is turned round", { timeout: 120_000 }, () => {
    const folder = mkdtempSync(join(tmpdir(), "lectern-wrong-import-"));
    try {
      const wrong = {
        "node.ts": 'import { readFileSync } from "node:fs";\nexport const read = readFileSync;\n',
        "window.ts": "export const title = document.title;\n",
        "other.ts": `import * as other from "${root}electron/address.ts";\nexport const seen = other;\n`,
      };
      for (const [name, text] of Object.entries(wrong)) writeFileSync(join(folder, name), text);
      // As if they lay in core, together with all that core takes in: a package's types could let Node's in.
      const config = {
        extends: join(root, "core", "tsconfig.json"),
        compilerOptions: { rootDir: "/", outDir: join(folder, "out") },
        include: ["*.ts", join(root, "core", "**", "*.ts")],
      };
      writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
      const compiler = join(root, "node_modules", ".bin", "tsc");
      const { status, stdout } = spawnSync(compiler, ["-p", folder], { encoding: "utf8" });
      expect(status).not.toBe(0);
      for (const name of Object.keys(wrong)) expect(stdout).toContain(`${name}(`);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe("what stands in one place", () => {
  it("is window.lectern in the renderer's bridge", () => {
    expect(mentioning(of("renderer"), /window\.lectern|globalThis\.lectern|window\[["']lectern/)).toEqual([
      "renderer/bridge.ts",
    ]);
  });

  it("is ipcMain and the check of the sender in one wrapper", () => {
    expect(mentioning(of("electron"), /\bipcMain\b/)).toHaveLength(1);
    expect(mentioning(of("electron"), /\bsenderFrame\b/)).toEqual(mentioning(of("electron"), /\bipcMain\b/));
  });

  it("is ipcRenderer in the preload", () => {
    expect(mentioning(of("electron"), /\bipcRenderer\b/)).toEqual(["electron/preload.ts"]);
  });

  it("is the clock: core is given the time", () => {
    expect(mentioning(of("core"), /\bDate\.now\(|new Date\(\)|performance\.now\(/)).toEqual([]);
  });
});

describe("files", () => {
  const isConfig = ({ path }: Source) => /\.config\.(ts|mjs)$/.test(path);

  it("are lowercase and in kebab-case", () => {
    const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|spec|worker|config|vite\.config))?\.(tsx?|mjs)$/;
    expect(all.map(({ path }) => path).filter((path) => !kebab.test(basename(path)))).toEqual([]);
  });

  it("have names that say what is in them", () => {
    const says = (path: string) => !/^(utils?|helpers?|common|misc|shared|stuff)$/.test(basename(path, extname(path)));
    expect(all.map(({ path }) => path).filter((path) => !path.split("/").every(says))).toEqual([]);
  });

  it("stay under 400 lines", () => {
    expect(all.filter(({ text }) => text.split("\n").length > 400).map(({ path }) => path)).toEqual([]);
  });

  it("have no default export", () => {
    expect(
      mentioning(
        all.filter((file) => !isConfig(file)),
        /^export default\b|^export \{[^}]*\bas default\b/m,
      ),
    ).toEqual([]);
  });
});
