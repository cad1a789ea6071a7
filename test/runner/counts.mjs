import { existsSync, readFileSync } from "node:fs";

/** @typedef {import("./stage.mjs").Outcome} Outcome */

/**
 * What Vitest's JSON report says. A file that could not be read as a test at all is a failed test.
 *
 * @param {string} report
 * @param {number} exitCode
 * @returns {Outcome}
 */
export function vitestOutcome(report, exitCode) {
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0, note: "Vitest wrote no report" };
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = readJson(report);
  const broken = testResults.filter(
    (/** @type {any} */ file) => file.status === "failed" && file.assertionResults.length === 0,
  ).length;
  const failed = numFailedTests + broken;
  return {
    passed: numPassedTests,
    // An error outside of any test (an unhandled rejection) shows in the exit code alone.
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    skipped: numPendingTests + numTodoTests,
    skips: testResults.flatMap((/** @type {any} */ file) =>
      file.assertionResults
        .filter((/** @type {any} */ test) => ["pending", "skipped", "todo"].includes(test.status))
        .map((/** @type {any} */ test) => test.fullName),
    ),
  };
}

/**
 * What Playwright's JSON report says.
 *
 * @param {string} report
 * @param {number} exitCode
 * @returns {Outcome}
 */
export function playwrightOutcome(report, exitCode) {
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0, note: "Playwright wrote no report" };
  const { stats, errors, suites } = readJson(report);
  const failed = stats.unexpected + stats.flaky;
  return {
    passed: stats.expected,
    failed: failed === 0 && exitCode !== 0 ? Math.max(1, errors.length) : failed,
    skipped: stats.skipped,
    skips: suites.flatMap(skippedIn),
  };
}

/**
 * @param {any} suite of Playwright's report
 * @returns {string[]} its skipped tests, with the reason where the test gives one
 */
function skippedIn({ specs, suites = [] }) {
  const own = specs.flatMap((/** @type {any} */ spec) =>
    spec.tests
      .filter((/** @type {any} */ test) => test.status === "skipped")
      .map((/** @type {any} */ test) => {
        const reason = test.annotations.find((/** @type {any} */ it) => it.type === "skip")?.description;
        return `[${test.projectName}] ${spec.title}${reason ? `: ${reason}` : ""}`;
      }),
  );
  return [...own, ...suites.flatMap(skippedIn)];
}

/** @param {string} file */
const readJson = (file) => JSON.parse(readFileSync(file, "utf8"));
