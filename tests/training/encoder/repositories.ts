/** The public repositories that the encoder is learned from, as `repositories.tsv` lists them. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

export interface Repository {
  /** Owner and name, as GitHub spells them. */
  name: string;
  commit: string;
  licence: string;
  /** Its git directory on this machine. */
  gitFolder: string;
}

/** Below the folder that git ignores: nothing of the pages is kept in this repository. */
export const ENCODER_CACHE = join(import.meta.dirname, "../../../.cache/encoder");

/** Of the list, every so-manieth is held out to report on. */
export const HELD_OUT_EVERY = 11;

export function readRepositories(): Repository[] {
  return readFileSync(join(import.meta.dirname, "repositories.tsv"), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const [name = "", commit = "", licence = ""] = line.split("\t");
      const gitFolder = join(ENCODER_CACHE, "repositories", name.replace("/", "+"));
      return { name, commit, licence, gitFolder };
    });
}
