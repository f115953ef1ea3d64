/**
 * Runs the whole suite and ends with one line, `N passed, N failed`: the layers that Vitest runs (in Node,
 * in workerd and in a browser, with coverage), then the end-to-end tests that Playwright runs.
 *
 * Every layer runs even where an earlier one failed, so that one look shows all.
 *
 * `--also-without-corpora` runs the tests that look for public corpora once more as on a machine that has nothing but
 * the clone: what needs them is skipped there, and nothing fails. No other test can know of them: they are found in one
 * place, which `tests/unit/import-rules.test.ts` holds.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";

const ROOT = resolve(import.meta.dirname, "..");
const REPORTS = join(ROOT, "test-results");

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

interface Layer {
  name: string;
  command: string[];
  env?: Record<string, string>;
  /** Counts from the report that the command left, after its exit. */
  counts: () => Counts;
}

const vitestReport = join(REPORTS, "vitest.json");
const bareReport = join(REPORTS, "without-corpora.json");
const playwrightReport = join(REPORTS, "playwright.json");

const LAYERS: Layer[] = [
  {
    name: "unit, workerd, browser",
    command: [
      "vitest",
      "run",
      "--coverage",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${vitestReport}`,
    ],
    counts: () => vitestCounts(vitestReport),
  },
  {
    name: "end to end",
    command: ["playwright", "test", "--config", "tests/e2e/playwright.config.ts"],
    counts: () => {
      const { stats } = readJson(playwrightReport) as {
        stats: { expected: number; unexpected: number; flaky: number; skipped: number };
      };
      return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
    },
  },
];

if (process.argv.includes("--also-without-corpora")) {
  LAYERS.push({
    name: "Node, without public corpora",
    command: [
      "vitest",
      "related",
      "tests/support/corpora.ts",
      "--run",
      "--project",
      "node",
      "--reporter=dot",
      "--reporter=json",
      `--outputFile.json=${bareReport}`,
    ],
    env: { ASSISTANT_CORPORA: join(REPORTS, "no-such-folder") },
    counts: () => vitestCounts(bareReport),
  });
}

rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });

const total: Counts = { passed: 0, failed: 0, skipped: 0 };
let isBroken = false;
for (const layer of LAYERS) {
  console.log(`\n── ${layer.name} ──`);
  const { status } = spawnSync("npx", layer.command, {
    cwd: ROOT,
    stdio: "inherit",
    shell: process.platform === "win32",
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport, ...layer.env },
  });
  const counts = countsOf(layer);
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
  // A runner can fail with every test passed: coverage below its bound, an error outside of tests.
  if (status !== 0) isBroken = true;
}
if (isBroken && total.failed === 0) total.failed = 1;

console.log(
  `\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ""}`,
);
process.exitCode = isBroken || total.failed > 0 || total.passed === 0 ? 1 : 0;

function vitestCounts(path: string): Counts {
  const report = readJson(path) as {
    numPassedTests: number;
    numFailedTests: number;
    numPendingTests: number;
    numTodoTests: number;
  };
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** A layer whose runner died before its report counts as one failure. */
function countsOf(layer: Layer): Counts {
  try {
    return layer.counts();
  } catch {
    console.error(`The layer "${layer.name}" left no report.`);
    isBroken = true;
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, "utf8"));
}
