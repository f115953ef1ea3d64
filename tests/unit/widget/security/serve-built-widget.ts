import { existsSync, readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../../../", import.meta.url));
export const { version } = JSON.parse(readFileSync(`${ROOT}package.json`, "utf8")) as { version: string };
const PUBLIC_FOLDER = `${ROOT}dist/public`;

export interface BuiltWidgetServer {
  origin: string;
  close(): Promise<void>;
}

/** Answers a request; returns false to leave it to the built files. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => boolean;

/** Serves the scripts of the build, and whatever `handle` takes on. */
export async function serveBuiltWidget(handle: Handler): Promise<BuiltWidgetServer> {
  if (!existsSync(`${PUBLIC_FOLDER}/v/${version}/renderer.js`)) {
    throw new Error("The widget is not built: run `npm run build:widget` first.");
  }
  const server = createServer((request, response) => {
    if (handle(request, response)) return;
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    const file = `${PUBLIC_FOLDER}${path}`;
    if (!/^\/[\w./-]+\.js$/.test(path) || path.includes("..") || !existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { "content-type": "text/javascript" }).end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
