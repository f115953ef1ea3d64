/**
 * Brings the repositories that the encoder is learned from to `.cache/encoder/repositories`, each at its commit:
 *
 *     node tests/training/encoder/fetch-repositories.ts [--from=DIR]
 *
 * Needs git and a network; `--from` names a folder that has git directories already, as `owner+name` or
 * `owner+name/repo`. What cannot be had is told and left out: the table is then learned from the others.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { readRepositories, type Repository } from "./repositories.ts";

const from = process.argv.find((argument) => argument.startsWith("--from="))?.slice("--from=".length);

function hasCommit(gitFolder: string, commit: string): boolean {
  try {
    execFileSync("git", ["--git-dir", gitFolder, "cat-file", "-e", commit], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** @returns where it is, where a folder on this machine has it. */
function foundNearby({ name, commit }: Repository): string | undefined {
  if (from === undefined) return undefined;
  const folder = join(from, name.replace("/", "+"));
  return [join(folder, "repo"), join(folder, "repo", ".git"), folder].find((place) =>
    hasCommit(place, commit),
  );
}

function fetchRepository({ name, commit, gitFolder }: Repository): void {
  const git = (...parameters: string[]): void => {
    execFileSync("git", ["--git-dir", gitFolder, ...parameters], { stdio: ["ignore", "ignore", "inherit"] });
  };
  execFileSync("git", ["init", "--quiet", "--bare", gitFolder]);
  git("fetch", "--quiet", "--depth", "1", `https://github.com/${name}`, commit);
}

let missing = 0;
for (const repository of readRepositories()) {
  const { name, commit, gitFolder } = repository;
  if (existsSync(gitFolder)) continue;
  mkdirSync(dirname(gitFolder), { recursive: true });
  const nearby = foundNearby(repository);
  try {
    if (nearby === undefined) fetchRepository(repository);
    else symlinkSync(nearby, gitFolder);
    console.log(`${name} at ${commit.slice(0, 12)}`);
  } catch {
    rmSync(gitFolder, { recursive: true, force: true });
    missing += 1;
    console.log(`${name}: cannot be had`);
  }
}
console.log(`${missing} missing`);
