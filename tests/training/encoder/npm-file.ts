/** Files of packages that only training needs: fetched at an exact version when first read, and no dependency of the product. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { ENCODER_CACHE } from "./repositories.ts";

export interface NpmPackage {
  name: string;
  version: string;
}

/** Where the files of a package lie on this machine. Needs npm and a network once. */
export function npmFolder({ name, version }: NpmPackage): string {
  const folder = join(ENCODER_CACHE, "packages", `${name.replace("/", "+")}-${version}`);
  const unpacked = join(folder, "package");
  if (!existsSync(unpacked)) {
    mkdirSync(folder, { recursive: true });
    const archive = execFileSync("npm", ["pack", `${name}@${version}`, "--silent"], { cwd: folder })
      .toString()
      .trim();
    execFileSync("tar", ["xzf", archive], { cwd: folder });
  }
  return unpacked;
}

/** The folder of a package that was installed with what it needs. */
export function npmInstalled({ name, version }: NpmPackage): string {
  const folder = join(ENCODER_CACHE, "installed", `${name.replace("/", "+")}-${version}`);
  const installed = join(folder, "node_modules", name);
  if (!existsSync(installed)) {
    mkdirSync(folder, { recursive: true });
    // Scripts of packages look for graphics cards and fetch what is not needed here.
    const install = ["install", "--prefix", folder, "--no-save", "--ignore-scripts", "--silent"];
    execFileSync("npm", [...install, `${name}@${version}`], { stdio: "inherit" });
  }
  return installed;
}
