/** Public repositories that tests and training read: each at one commit, nothing of it kept in this repository. */
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

export interface RepositoryFolder {
  repository: string;
  commit: string;
  /** The folder of the repository that is taken; "." for all of it. */
  folder: string;
}

/** Copies the folder to `target`, unless that is there already. Needs git and a network. Returns whether it fetched. */
export function fetchRepositoryFolder(
  { repository, commit, folder }: RepositoryFolder,
  target: string,
): boolean {
  if (existsSync(target)) return false;
  const clone = mkdtempSync(join(tmpdir(), "repository-"));
  try {
    const git = (...parameters: string[]): void => {
      execFileSync("git", ["-C", clone, ...parameters], { stdio: ["ignore", "ignore", "inherit"] });
    };
    git("init", "--quiet");
    git("fetch", "--quiet", "--depth", "1", repository, commit);
    git("checkout", "--quiet", "FETCH_HEAD");
    rmSync(join(clone, ".git"), { recursive: true });
    mkdirSync(dirname(target), { recursive: true });
    cpSync(join(clone, folder), target, { recursive: true });
  } finally {
    rmSync(clone, { recursive: true, force: true });
  }
  return true;
}
