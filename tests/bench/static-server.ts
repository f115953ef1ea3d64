import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
};

export interface StaticServer {
  origin: string;
  close: () => Promise<void>;
}

/** Serves a folder on a free port of this machine; `pages` add or replace files by path. */
export async function serveFolder(folder: string, pages: Record<string, string> = {}): Promise<StaticServer> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    void (async () => {
      const page = pages[path];
      const body = page ?? (await readFile(join(folder, normalize(path))).catch(() => undefined));
      response.writeHead(body === undefined ? 404 : 200, {
        "content-type":
          page === undefined
            ? (TYPES[extname(path)] ?? "application/octet-stream")
            : "text/html; charset=utf-8",
      });
      response.end(body);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
