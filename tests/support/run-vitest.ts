/** Runs tests with Vitest, and those files once more, each alone, whose process died. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { DeadFile, DeadFiles } from "./dead-files-reporter.ts";

const VITEST = fileURLToPath(new URL("../../node_modules/vitest/vitest.mjs", import.meta.url));
const REPORTER = fileURLToPath(new URL("dead-files-reporter.ts", import.meta.url));

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

export interface Outcome extends Counts {
  /** It may have failed with every test passed: coverage below its bound, an error outside of tests. */
  isBroken: boolean;
}

export interface VitestRun {
  /** Where its configuration is. */
  root: string;
  /** Begins with the command, such as `run`. */
  command: readonly string[];
  /** Paths of its reports begin so. */
  reports: string;
  env?: Record<string, string> | undefined;
  /** Told where a process died, so that Vitest's own word that all is well is not to be had; default always true. */
  isCovered?: (() => boolean) | undefined;
  say: (line: string) => void;
  /** What Vitest prints; default is shown. */
  output?: "inherit" | "ignore" | undefined;
}

/** A file that dies twice counts as one failed test. */
export function runVitest(run: VitestRun): Outcome {
  const first = vitest(run, run.command, run.reports);
  if (first === undefined) return { passed: 0, failed: 1, skipped: 0, isBroken: true };
  const { status, counts, deadFiles } = first;
  if (deadFiles.dead.length === 0) return { ...counts, isBroken: status !== 0 };
  const isWellBesides = counts.failed === 0 && deadFiles.otherErrors === 0 && (run.isCovered?.() ?? true);
  return deadFiles.dead
    .map((dead, index) => runAlone(run, dead, `${run.reports}-again-${index + 1}`))
    .reduce(sum, { ...counts, isBroken: !isWellBesides });
}

function runAlone(run: VitestRun, { file, project }: DeadFile, reports: string): Outcome {
  const name = relative(run.root, file);
  run.say(`The process of ${name} died: the file is run again, alone.`);
  const command = ["run", file, ...(project === "" ? [] : ["--project", project]), "--reporter=default"];
  const again = vitest(run, command, reports);
  if (again === undefined || again.deadFiles.dead.length > 0) {
    run.say(`The process of ${name} died again: the file counts as failed.`);
    return { passed: 0, failed: 1, skipped: 0, isBroken: true };
  }
  return { ...again.counts, isBroken: again.status !== 0 };
}

function sum(one: Outcome, other: Outcome): Outcome {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
    isBroken: one.isBroken || other.isBroken,
  };
}

interface Finished {
  status: number | null;
  counts: Counts;
  deadFiles: DeadFiles;
}

/** Undefined where the runner itself died before its report. */
function vitest(
  { root, env, say, output = "inherit" }: VitestRun,
  command: readonly string[],
  reports: string,
): Finished | undefined {
  const report = `${reports}.json`;
  const dead = `${reports}-dead.json`;
  const { status } = spawnSync(
    process.execPath,
    [VITEST, ...command, "--reporter=json", `--reporter=${REPORTER}`, `--outputFile.json=${report}`],
    { cwd: root, stdio: output, env: { ...process.env, ...env, DEAD_FILES_REPORT: dead } },
  );
  try {
    const deadFiles = JSON.parse(readFileSync(dead, "utf8")) as DeadFiles;
    return { status, counts: readCounts(report, deadFiles), deadFiles };
  } catch {
    say(`Vitest left no report at ${report}.`);
    return undefined;
  }
}

/** Of the files that lived to their end. */
function readCounts(path: string, { dead }: DeadFiles): Counts {
  const { testResults } = JSON.parse(readFileSync(path, "utf8")) as {
    testResults: { name: string; assertionResults: { status: string }[] }[];
  };
  const isDead = new Set(dead.map(({ file }) => file));
  const statuses = testResults
    .filter(({ name }) => !isDead.has(name))
    .flatMap(({ assertionResults }) => assertionResults.map(({ status }) => status));
  const passed = statuses.filter((status) => status === "passed").length;
  const failed = statuses.filter((status) => status === "failed").length;
  return { passed, failed, skipped: statuses.length - passed - failed };
}
