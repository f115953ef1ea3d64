/**
 * Compares the built widget with `size-budget.json`: brotli bytes of each file, as a CDN serves it.
 * Fails when a file outgrew its number, when the number is stale by more than 3 %, and when a promise to the
 * page is broken. `node widget/check-size.ts --write` takes over the sizes of the build, to be reviewed.
 */
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";

export interface SizeBudget {
  /** Brotli bytes by file name. */
  files: Record<string, number>;
}

/** A number that is larger than the file by more than this hides the next growth. */
const STALE_SHARE = 0.03;

const KIBIBYTE = 1024;
/** What the product promises, in brotli bytes. */
export const PROMISES = {
  /** All that a page pays before a visitor acts. */
  loader: 3 * KIBIBYTE,
  /** An open panel in which nobody has asked yet. */
  panelOpen: 20.7 * KIBIBYTE,
  /** Everything after the first answer. */
  afterFirstAnswer: 47.4 * KIBIBYTE,
};

/** What is wrong with the sizes, one sentence each; empty when all is well. */
export function checkSizes(sizes: Readonly<Record<string, number>>, budget: SizeBudget): string[] {
  const problems: string[] = [];
  for (const [name, bytes] of Object.entries(sizes)) {
    const allowed = budget.files[name];
    if (allowed === undefined) problems.push(`${name} (${bytes} bytes) has no number in size-budget.json.`);
    else if (bytes > allowed) {
      problems.push(
        `${name} has ${bytes} bytes, ${bytes - allowed} more than its ${allowed}. Shrink it, or raise the number with a reason.`,
      );
    } else if (bytes < allowed * (1 - STALE_SHARE)) {
      problems.push(`${name} has ${bytes} bytes: lower its number ${allowed}, so that the gain is kept.`);
    }
  }
  for (const name of Object.keys(budget.files)) {
    if (sizes[name] === undefined)
      problems.push(`${name} has a number in size-budget.json and was not built.`);
  }
  const loader = sizes["assistant-chat.js"] ?? 0;
  if (loader > PROMISES.loader)
    problems.push(`The loader has ${loader} bytes; a page is promised ${PROMISES.loader}.`);
  const sum = (...names: string[]): number =>
    names.reduce((bytes, name) => bytes + (sizes[name] ?? 0), loader);
  const open = sum("panel.js", "shared.js");
  if (open > PROMISES.panelOpen) {
    problems.push(`Loader and panel have ${open} bytes; a page is promised ${PROMISES.panelOpen}.`);
  }
  const all = sum("panel.js", "shared.js", "conversation.js", "renderer.js");
  if (all > PROMISES.afterFirstAnswer) {
    problems.push(
      `Loader, panel, conversation and renderer have ${all} bytes; a page is promised ${PROMISES.afterFirstAnswer}.`,
    );
  }
  return problems;
}

/** Brotli bytes of the scripts in a folder. */
export function measureFolder(folder: string): Record<string, number> {
  const names = readdirSync(folder).filter((name) => name.endsWith(".js"));
  return Object.fromEntries(
    names.toSorted().map((name) => [name, brotliCompressSync(readFileSync(`${folder}/${name}`)).length]),
  );
}

function main(): void {
  const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
  const { version } = JSON.parse(readFileSync(at("../package.json"), "utf8")) as { version: string };
  const sizes = measureFolder(at(`../dist/public/v/${version}`));
  const budgetFile = at("size-budget.json");
  if (process.argv.includes("--write")) {
    writeFileSync(budgetFile, `${JSON.stringify({ files: sizes }, null, 2)}\n`);
  }
  for (const [name, bytes] of Object.entries(sizes)) console.log(`${String(bytes).padStart(7)}  ${name}`);
  const problems = checkSizes(sizes, JSON.parse(readFileSync(budgetFile, "utf8")) as SizeBudget);
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
