import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runVitest, type Outcome } from "../support/run-vitest.ts";

/** A file whose process is killed in its second test, the first time that it is run, or each time. */
function dying(mark: string | undefined): string {
  const dies = `process.kill(process.pid, "SIGKILL"); await new Promise(() => {});`;
  const once = `if (!existsSync(${JSON.stringify(mark)})) { writeFileSync(${JSON.stringify(mark)}, ""); ${dies} }`;
  return [
    `import { existsSync, writeFileSync } from "node:fs";`,
    `it("passes", () => {});`,
    `it("may die", async () => { ${mark === undefined ? dies : once} });`,
    `it.skip("is skipped", () => {});`,
  ].join("\n");
}

describe("a test file whose process dies", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "run-vitest-"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function runFiles(name: string, files: Record<string, string>, isCovered?: () => boolean) {
    const root = join(folder, name);
    mkdirSync(root);
    for (const [file, text] of Object.entries(files)) writeFileSync(join(root, file), text);
    writeFileSync(
      join(root, "vitest.config.mjs"),
      `export default { test: { globals: true, include: ["*.test.mjs"], maxWorkers: 1 } };`,
    );
    const said: string[] = [];
    const outcome: Outcome = runVitest({
      root,
      command: ["run"],
      reports: join(root, "report"),
      isCovered,
      output: "ignore",
      say: (line) => said.push(line),
    });
    return { outcome, said };
  }

  const well = { "well.test.mjs": `it("passes", () => {});` };

  it("is run again, alone, and its tests are counted once", () => {
    const mark = join(folder, "mark-of-one");
    const { outcome, said } = runFiles("once", { ...well, "dies.test.mjs": dying(mark) });
    expect(outcome).toEqual({ passed: 3, failed: 0, skipped: 1, isBroken: false });
    expect(said).toEqual(["The process of dies.test.mjs died: the file is run again, alone."]);
  });

  it("counts as failed where it dies again", () => {
    const { outcome, said } = runFiles("twice", { ...well, "dies.test.mjs": dying(undefined) });
    expect(outcome).toEqual({ passed: 1, failed: 1, skipped: 0, isBroken: true });
    expect(said.at(-1)).toBe("The process of dies.test.mjs died again: the file counts as failed.");
  });

  it("hides neither what failed besides nor a coverage that is too low", () => {
    const mark = join(folder, "mark-of-two");
    const failing = { "fails.test.mjs": `it("fails", () => { throw new Error("on purpose"); });` };
    const { outcome } = runFiles("failing", { ...failing, "dies.test.mjs": dying(mark) });
    expect(outcome).toEqual({ passed: 2, failed: 1, skipped: 1, isBroken: true });
    rmSync(mark);
    const bare = runFiles("bare", { "dies.test.mjs": dying(mark) }, () => false).outcome;
    expect(bare).toEqual({ passed: 2, failed: 0, skipped: 1, isBroken: true });
  });
});
