/** Reads files of a git directory at a commit, without a work tree. */
import { execFileSync } from "node:child_process";
import type { Repository } from "./repositories.ts";

const MAX_BYTES = 2 ** 30;

/** Paths of all files. */
export function listFiles({ gitFolder, commit }: Pick<Repository, "gitFolder" | "commit">): string[] {
  const output = execFileSync("git", ["--git-dir", gitFolder, "ls-tree", "-r", "-z", "--name-only", commit], {
    maxBuffer: MAX_BYTES,
  });
  return output
    .toString("utf8")
    .split("\0")
    .filter((path) => path !== "");
}

/** The texts of files, in their order; "" for one that the directory lacks. */
export function readFiles(
  { gitFolder, commit }: Pick<Repository, "gitFolder" | "commit">,
  paths: readonly string[],
): string[] {
  const output = execFileSync("git", ["--git-dir", gitFolder, "cat-file", "--batch"], {
    input: paths.map((path) => `${commit}:${path}\n`).join(""),
    maxBuffer: MAX_BYTES,
    stdio: ["pipe", "pipe", "ignore"],
  });
  let at = 0;
  return paths.map(() => {
    const lineEnd = output.indexOf(10, at);
    const head = output.toString("utf8", at, lineEnd);
    at = lineEnd + 1;
    const size = /^[0-9a-f]+ \w+ (\d+)$/.exec(head)?.[1];
    if (size === undefined) return "";
    const text = output.toString("utf8", at, at + Number(size));
    at += Number(size) + 1;
    return text;
  });
}
