import { createServer } from "node:http";
import { corpusKeys } from "../../../core/corpus/format.ts";
import type { EncodedCorpus } from "../../../core/corpus/write-corpus.ts";

/** A KV namespace in this process, as `workerd` speaks to one. */
export interface KvServer {
  origin: string;
  /** Stores a corpus, as `publish` does. */
  publish: (corpus: EncodedCorpus) => void;
  close: () => Promise<void>;
}

export async function serveKv(): Promise<KvServer> {
  const values = new Map<string, Uint8Array>();
  const server = createServer((request, response) => {
    const key = decodeURIComponent(new URL(request.url ?? "/", "http://kv").pathname.slice(1));
    if (request.method === "PUT") {
      const pieces: Buffer[] = [];
      request.on("data", (piece: Buffer) => pieces.push(piece));
      request.on("end", () => {
        values.set(key, Buffer.concat(pieces));
        response.end();
      });
      return;
    }
    const value = values.get(key);
    response.writeHead(value === undefined ? 404 : 200);
    response.end(value);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The KV server has no port.");
  return {
    origin: `http://127.0.0.1:${address.port}`,
    publish({ manifest, files }) {
      for (const [name, bytes] of files) values.set(corpusKeys.file(manifest.site, name), bytes);
      values.set(corpusKeys.pointer(manifest.site), new TextEncoder().encode(JSON.stringify(manifest)));
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
