import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const head = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Measured against</title>';

/** Makes the pages that Lectern is measured against; answers where they are. */
export async function makePages(folder: string): Promise<{ blank: string; bare: string }> {
  await build({
    configFile: false,
    logLevel: "error",
    build: {
      outDir: folder,
      emptyOutDir: false,
      lib: {
        entry: fileURLToPath(new URL("bare.ts", import.meta.url)),
        formats: ["iife"],
        name: "bare",
        fileName: () => "bare.js",
      },
    },
  });
  const blank = join(folder, "blank.html");
  const bare = join(folder, "bare.html");
  await writeFile(blank, `${head}<body>Nothing</body>`);
  await writeFile(
    bare,
    `${head}<style>body{margin:0}.cm-editor{height:100vh}</style><body><script src="bare.js"></script></body>`,
  );
  return { blank, bare };
}
