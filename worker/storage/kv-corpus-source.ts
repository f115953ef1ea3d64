import type { CorpusFileSource } from "../../core/corpus/corpus.ts";
import { corpusKeys } from "../../core/corpus/format.ts";
import { CORPUS_FILE_EDGE_TTL_SECONDS, POINTER_EDGE_TTL_SECONDS } from "../constants.ts";

/** What is needed of a KV namespace to read a corpus. */
export type CorpusNamespace = Pick<KVNamespace, "get">;

/**
 * A site's corpus in KV. The pointer is read past the edge's cache as far as KV allows; files, which never
 * change under their name, are kept at the edge for a day.
 *
 * Throws what KV throws; a pointer that is not JSON is handed on as its text, which is no manifest.
 */
export function createKvCorpusSource(namespace: CorpusNamespace, site: string): CorpusFileSource {
  return {
    async readManifest() {
      const text = await namespace.get(corpusKeys.pointer(site), {
        type: "text",
        cacheTtl: POINTER_EDGE_TTL_SECONDS,
      });
      if (text === null) return undefined;
      try {
        return JSON.parse(text) as unknown;
      } catch {
        return text;
      }
    },
    async readFile(name) {
      const bytes = await namespace.get(corpusKeys.file(site, name), {
        type: "arrayBuffer",
        cacheTtl: CORPUS_FILE_EDGE_TTL_SECONDS,
      });
      return bytes === null ? undefined : new Uint8Array(bytes);
    },
  };
}
