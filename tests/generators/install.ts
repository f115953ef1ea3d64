/** Generators of npm, which are no dependencies: they are installed for one collection. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface Installed {
  /** With `node_modules`. */
  folder: string;
  /** `honkit 6.1.7`, for each package that was asked for. */
  versions: string[];
}

/**
 * @param packages as npm takes them.
 * @param name of the folder below `GENERATORS`, where that is set in the environment: what is there is used again.
 */
export function install(name: string, packages: readonly string[]): Installed {
  const kept = process.env["GENERATORS"];
  const folder = kept === undefined ? mkdtempSync(join(tmpdir(), `generator-${name}-`)) : join(kept, name);
  mkdirSync(folder, { recursive: true });
  if (!existsSync(join(folder, "node_modules"))) installInto(folder, packages);
  return { folder, versions: versionsOf(folder, packages) };
}

/**
 * Installs packages into a folder, in place of a package.json that it may have.
 *
 * @param isModule whether the folder's own files are modules.
 * @returns versions, as {@link Installed} has them.
 */
export function installInto(folder: string, packages: readonly string[], isModule = true): string[] {
  writeFileSync(
    join(folder, "package.json"),
    JSON.stringify({ private: true, ...(isModule && { type: "module" }) }),
  );
  execFileSync("npm", ["install", "--no-audit", "--no-fund", "--prefer-offline", ...packages], {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
  });
  return versionsOf(folder, packages);
}

function versionsOf(folder: string, packages: readonly string[]): string[] {
  return packages.map((spec) => versionOf(folder, spec.replace(/(?<=.)@.*$/, "")));
}

function versionOf(folder: string, name: string): string {
  const text = readFileSync(join(folder, "node_modules", name, "package.json"), "utf8");
  return `${name} ${(JSON.parse(text) as { version: string }).version}`;
}
