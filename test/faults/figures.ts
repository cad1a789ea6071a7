import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { vi } from "vitest";

const folder = fileURLToPath(new URL("../../test-results/safety", import.meta.url));

/** Whether the full counts of the safety table are asked for (`npm run test:faults`), or the smaller ones. */
export const isFull = process.env.LECTERN_FAULTS === "full";

if (isFull) vi.setConfig({ testTimeout: 3_600_000 });

/** How many times to try: the second number in a full run. */
export const times = (usual: number, full: number): number => (isFull ? full : usual);

/**
 * Prints what a fault test has counted and merges it into `test-results/safety.json`. Every test has a file of its own
 * there too, because they run side by side.
 */
export function report(name: string, figures: Record<string, number | string>): void {
  mkdirSync(folder, { recursive: true });
  put(join(folder, `${name}.json`), { full: isFull, ...figures });
  const parts = readdirSync(folder).filter((file) => file.endsWith(".json"));
  const all = parts.sort().map((file) => [file.slice(0, -5), JSON.parse(readFileSync(join(folder, file), "utf8"))]);
  put(`${folder}.json`, Object.fromEntries(all));
  const words = Object.entries(figures).map(([what, count]) => `${count} ${what}`);
  console.log(`safety: ${name}: ${words.join(" / ")}`);
}

function put(file: string, value: unknown): void {
  const temp = `${file}.${process.pid}.tmp`;
  writeFileSync(temp, `${JSON.stringify(value, null, 2)}\n`);
  renameSync(temp, file);
}
