/**
 * Runs the whole suite and ends with one line, `N passed, N failed`: the layers that Vitest runs (in Node, with
 * coverage, in workerd and in a browser), then the end-to-end tests that Playwright runs.
 *
 * What is measured on whole test sets runs by itself, without coverage: counting each line of what is weighed ten
 * thousand times takes longer than weighing it, and nothing is covered by it alone.
 *
 * Every layer runs even where an earlier one failed, so that one look shows all. A file whose process dies, as it may for
 * want of memory, is run once more, alone, and that is said.
 *
 * `--also-without-corpora` runs the tests that look for public corpora once more as on a machine that has nothing but
 * the clone: what needs them is skipped there, and nothing fails. No other test can know of them: they are found in one
 * place, which `tests/unit/import-rules.test.ts` holds.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { MIN_COVERED_LINES_PERCENT } from "./support/min-coverage.ts";
import { runVitest, type Outcome } from "./support/run-vitest.ts";

const ROOT = resolve(import.meta.dirname, "..");
const REPORTS = join(ROOT, "test-results");

interface Layer {
  name: string;
  run: () => Outcome;
}

const LAYERS: Layer[] = [
  {
    name: "unit",
    run: () =>
      vitestLayer("unit", ["run", "--project", "node", "--coverage", "--exclude", "tests/retrieval/**"], {
        isCovered: areLinesCovered,
      }),
  },
  {
    name: "workerd, browser",
    run: () => vitestLayer("vitest", ["run", "--project", "workerd", "--project", "browser"]),
  },
  {
    name: "measured on test sets",
    run: () => vitestLayer("measured", ["run", "--project", "node", "tests/retrieval"]),
  },
  { name: "end to end", run: playwrightLayer },
];

if (process.argv.includes("--also-without-corpora")) {
  LAYERS.push({
    name: "Node, without public corpora",
    run: () =>
      vitestLayer(
        "without-corpora",
        ["related", "tests/support/corpora.ts", "--run", "--project", "node", "--reporter=dot"],
        { env: { ASSISTANT_CORPORA: join(REPORTS, "no-such-folder") } },
      ),
  });
}

rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });

const total: Outcome = { passed: 0, failed: 0, skipped: 0, isBroken: false };
for (const { name, run } of LAYERS) {
  console.log(`\n── ${name} ──`);
  const { passed, failed, skipped, isBroken } = run();
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  total.isBroken ||= isBroken;
}
if (total.isBroken && total.failed === 0) total.failed = 1;

console.log(
  `\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ""}`,
);
process.exitCode = total.isBroken || total.failed > 0 || total.passed === 0 ? 1 : 0;

function vitestLayer(
  report: string,
  command: string[],
  more: { env?: Record<string, string>; isCovered?: () => boolean } = {},
): Outcome {
  const reporter = command.some((part) => part.startsWith("--reporter=")) ? [] : ["--reporter=default"];
  return runVitest({
    root: ROOT,
    command: [...command, ...reporter],
    reports: join(REPORTS, report),
    say: (line) => console.log(line),
    ...more,
  });
}

/** Of what is left in a folder by Vitest, which says so itself where all processes lived. */
function areLinesCovered(): boolean {
  try {
    const { total } = readJson(join(ROOT, "coverage/coverage-summary.json")) as {
      total: { lines: { pct: number } };
    };
    return total.lines.pct >= MIN_COVERED_LINES_PERCENT;
  } catch {
    return false;
  }
}

function playwrightLayer(): Outcome {
  const report = join(REPORTS, "playwright.json");
  const { status } = spawnSync("npx", ["playwright", "test", "--config", "tests/e2e/playwright.config.ts"], {
    cwd: ROOT,
    stdio: "inherit",
    shell: process.platform === "win32",
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  });
  try {
    const { stats } = readJson(report) as {
      stats: { expected: number; unexpected: number; flaky: number; skipped: number };
    };
    return {
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected,
      skipped: stats.skipped,
      isBroken: status !== 0,
    };
  } catch {
    console.error("The end-to-end tests left no report.");
    return { passed: 0, failed: 1, skipped: 0, isBroken: true };
  }
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, "utf8"));
}
