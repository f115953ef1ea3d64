import { resolve } from "node:path";
import type { Corpus } from "../core/corpus/corpus.ts";
import { CorpusError, openCorpus } from "../core/corpus/open-corpus.ts";
import { createFolderSource } from "./artefact/folder-source.ts";
import { CliError } from "./cli-error.ts";

/** Opens the corpus in a folder. @throws CliError that names the folder where it cannot be used. */
export async function openCorpusFolder(folder: string, cwd: string): Promise<Corpus> {
  try {
    return await openCorpus(createFolderSource(resolve(cwd, folder)));
  } catch (error) {
    if (error instanceof CorpusError) throw new CliError("corpus-unusable", folder, error.message);
    throw error;
  }
}
