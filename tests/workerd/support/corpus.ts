import { env } from "cloudflare:workers";
import { corpusKeys, type Chunk, type CorpusManifest } from "../../../core/corpus/format.ts";
import { encodeCorpus, type EncodedCorpus } from "../../../core/corpus/write-corpus.ts";

let chunkCount = 0;

/** A chunk with one paragraph. */
export function paragraphChunk(title: string, text: string, url: string): Chunk {
  chunkCount += 1;
  return {
    id: chunkCount.toString(16).padStart(16, "0"),
    title,
    headingPath: [],
    url,
    language: "en",
    blocks: [{ kind: "paragraph", text }],
  };
}

/** A small site about a kettle: three pages, of which one answers "How do I descale the kettle?". */
export function kettleChunks(): Chunk[] {
  return [
    paragraphChunk(
      "Descale the kettle",
      "To descale the kettle, fill it with equal parts of water and vinegar, boil it, and let it stand for one hour. Rinse it twice afterwards.",
      "/care/descale/",
    ),
    paragraphChunk(
      "Warranty",
      "The warranty of the kettle covers defects of material for three years from the day of purchase.",
      "/warranty/",
    ),
    paragraphChunk(
      "Temperature presets",
      "Press the preset button to choose 70, 80 or 100 degrees. The kettle remembers the last preset.",
      "/use/presets/",
    ),
  ];
}

export function encodeKettle(site: string, chunks: Chunk[] = kettleChunks()): Promise<EncodedCorpus> {
  return encodeCorpus({ site, language: "en", chunks });
}

/** Writes a corpus as `publish` does: files first, the pointer last. */
export async function publishTo(namespace: KVNamespace, corpus: EncodedCorpus): Promise<void> {
  const { site } = corpus.manifest;
  for (const [name, bytes] of corpus.files) {
    await namespace.put(corpusKeys.file(site, name), bytes);
  }
  await namespace.put(corpusKeys.pointer(site), JSON.stringify(corpus.manifest));
}

export async function publishKettle(
  site: string,
  changes: Partial<CorpusManifest> = {},
): Promise<EncodedCorpus> {
  const encoded = await encodeKettle(site);
  const corpus = { ...encoded, manifest: { ...encoded.manifest, ...changes } };
  await publishTo(env.CORPUS, corpus);
  return corpus;
}
