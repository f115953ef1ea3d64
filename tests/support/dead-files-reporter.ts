/**
 * Tells which test files were begun and never ended: their process died, by a signal or for want of memory. Vitest counts
 * none of their tests and names none of them in its report.
 *
 * Writes {@link DeadFiles} to the path of `DEAD_FILES_REPORT`.
 */
import { writeFileSync } from "node:fs";
import type { Reporter, TestModule, TestSpecification } from "vitest/node";

export interface DeadFiles {
  dead: DeadFile[];
  /** Errors outside of tests, besides those of the processes that died. */
  otherErrors: number;
}

export interface DeadFile {
  /** Absolute. */
  file: string;
  /** Of the configuration; empty where it has none. */
  project: string;
}

export default class DeadFilesReporter implements Reporter {
  readonly #open = new Map<string, DeadFile>();

  onTestRunStart(specifications: readonly TestSpecification[]): void {
    for (const { moduleId, project } of specifications)
      this.#open.set(keyOf(moduleId, project.name), { file: moduleId, project: project.name });
  }

  onTestModuleEnd({ moduleId, project }: TestModule): void {
    this.#open.delete(keyOf(moduleId, project.name));
  }

  onTestRunEnd(
    _modules: unknown,
    errors: readonly { message: string }[],
    reason: "passed" | "failed" | "interrupted",
  ): void {
    // Whoever stops a run has not seen them die.
    const dead = reason === "interrupted" ? [] : [...this.#open.values()];
    const ofPool = errors.filter(({ message }) => message.startsWith("[vitest-pool]")).length;
    const report: DeadFiles = { dead, otherErrors: errors.length - Math.min(ofPool, dead.length) };
    const path = process.env["DEAD_FILES_REPORT"];
    if (path !== undefined) writeFileSync(path, JSON.stringify(report));
  }
}

function keyOf(file: string, project: string): string {
  return `${project}:${file}`;
}
