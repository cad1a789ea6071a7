import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build, products, root } from "../electron/setup/build.mjs";
import { linkCommand } from "../electron/setup/link.mjs";
import { ensureRuntime } from "../electron/setup/runtime.mjs";
import { ensureSystem, readerNeeds, testNeeds } from "../electron/setup/system.mjs";
import { playwrightOutcome, vitestOutcome } from "./runner/counts.mjs";
import { startDisplay } from "./runner/display.mjs";
import { endOf, runLogged, stageLine } from "./runner/stage.mjs";

/** @typedef {import("./runner/stage.mjs").Outcome} Outcome */

/** Everything runs in the first zone, what counts time in the others as well. */
const zones = ["UTC", "America/Los_Angeles"];
const leastExactScore = 0.97;

const results = join(root, "test-results");
const corpus = join(root, "..", "shared", "corpus");
process.chdir(root);
process.env.PATH = `${join(root, "node_modules", ".bin")}:${process.env.PATH}`;
process.env.LECTERN_TEST_RESULTS = results;

/** `npm test -- unit windows` runs the stages that have one of the words in their names, and the build. */
const words = process.argv.slice(2).filter((word) => !word.startsWith("--"));
/** @param {string} name */
const isWanted = (name) => words.length === 0 || name === "build" || words.some((word) => name.includes(word));

/** @type {Outcome} */
const total = { passed: 0, failed: 0, skipped: 0 };
/** @type {string[]} */
const skips = [];

/**
 * Runs one stage, prints its line, and on failure the end of its log. A stage that is not wanted counts as good.
 *
 * @param {string} name
 * @param {(log: string) => Promise<Outcome>} work
 */
async function stage(name, work) {
  if (!isWanted(name)) return true;
  const log = join(results, `${name.replaceAll(/\W+/g, "-")}.log`);
  const start = performance.now();
  if (process.stdout.isTTY) process.stdout.write(`  ${name} …\r`);
  const outcome = await work(log);
  total.passed += outcome.passed;
  total.failed += outcome.failed;
  total.skipped += outcome.skipped;
  skips.push(...(outcome.skips ?? []));
  console.log(stageLine(name, outcome, performance.now() - start));
  if (outcome.failed > 0 && existsSync(log)) console.log(`${endOf(log, 80)}\n(all of it: ${log})\n`);
  return outcome.failed === 0;
}

/** A stage that is one command: passed when it ends well. @param {string} name @param {...string} command */
const commandStage = (name, ...command) =>
  stage(name, async (log) => {
    const good = (await runLogged(command, { log })) === 0;
    return { passed: Number(good), failed: Number(!good), skipped: 0 };
  });

/** @param {string} name @param {readonly string[]} words @param {Record<string, string>} [env] */
const vitestStage = (name, words, env = {}) =>
  stage(name, async (log) => {
    const report = log.replace(/log$/, "json");
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
    const command = ["vitest", "run", "--config", "test/vitest.config.ts", ...reporters, ...words];
    // It would colour its log where CI is set.
    return vitestOutcome(report, await runLogged(command, { log, env: { NO_COLOR: "1", ...env } }));
  });

/** @param {string} project */
const windowStage = (project) =>
  stage(`windows: ${project}`, async (log) => {
    const report = log.replace(/log$/, "json");
    const words = ["--config", "test/playwright.config.ts", "--project", project, "--reporter=list,json"];
    const command = ["playwright", "test", ...words];
    const env = { PLAYWRIGHT_JSON_OUTPUT_NAME: report, DISPLAY: await displayName() };
    return playwrightOutcome(report, await runLogged(command, { log, env }));
  });

const corpusStage = () =>
  stage("real notes", async (log) => {
    if (!existsSync(corpus))
      return { passed: 0, failed: 0, skipped: 1, skips: [`real notes: there are none at ${corpus}`] };
    const command = ["npx", "--no-install", "lectern", "outline", "{}", "--json"];
    const code = await runLogged([process.execPath, join(corpus, "score.mjs"), "--", ...command], { log });
    const score = Number(/exactScore ([\d.]+)/.exec(endOf(log, 5))?.[1] ?? Number.NaN);
    const good = code === 0 && score >= leastExactScore;
    return {
      passed: Number(good),
      failed: Number(!good),
      skipped: 0,
      note: `exact ${score}, at least ${leastExactScore}`,
    };
  });

/** @type {{ name: string, stop: () => void }[]} */
const displays = [];
/** The person's own display is left alone: windows that come and go would be in their way. */
const displayName = async () => {
  if (process.platform !== "linux") return process.env.DISPLAY ?? "";
  const display = displays[0] ?? (await startDisplay());
  displays[0] = display;
  return display.name;
};

/** Everything a window test needs. @returns {Promise<boolean>} */
async function prepareWindows() {
  return stage("build", async () => {
    linkCommand();
    const good = build(products.terminal) && build(products.app);
    const note = await ensureRuntime().then(
      ({ version, official }) => `Electron ${version}${official ? "" : " (stand-by)"}`,
      (error) => error.message,
    );
    const ready = good && note.startsWith("Electron ");
    return { passed: Number(ready), failed: Number(!ready), skipped: 0, note };
  });
}

/** What `npm test` does: everything, the quick things first. */
async function everything() {
  await commandStage("types", "tsc", "-b");
  await commandStage("lint and format", "biome", "check", "--error-on-warnings", ".");
  await vitestStage("unit", [], { TZ: zones[0] ?? "UTC" });
  for (const zone of zones.slice(1)) await vitestStage(`time in ${zone}`, ["test/core/time"], { TZ: zone });
  const built = await prepareWindows();
  await corpusStage();
  if (!built) return;
  await windowStage("electron");
  await windowStage("chromium");
  if (await commandStage("package", process.execPath, "electron/setup/dist.mjs", "--linux", "dir")) {
    await windowStage("packaged");
  }
}

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const missing = ensureSystem(testNeeds);
if (missing.length > 0) process.exit(3);
ensureSystem(readerNeeds);

if (process.argv.includes("--faults")) {
  await vitestStage("faults, all of them", ["test/faults"], { LECTERN_FAULTS: "full" });
} else if (process.argv.includes("--screenshots")) {
  if (await prepareWindows()) await windowStage("screenshots");
} else {
  await everything();
}
for (const display of displays) display.stop();
if (readdirSync(results).length === 0) rmSync(results, { recursive: true });
if (skips.length > 0) console.log(`\nSkipped:\n${skips.map((it) => `  ${it}`).join("\n")}`);
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
