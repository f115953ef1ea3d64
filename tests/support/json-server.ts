import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

export interface JsonResponse {
  status?: number;
  headers?: Record<string, string>;
  body: string;
}

export interface JsonServer {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  close(): Promise<void>;
}

/** A local server that takes JSON and sends JSON. @param answer undefined: none, for ever */
export async function startJsonServer(
  answer: (body: Record<string, unknown>, request: IncomingMessage) => JsonResponse | undefined,
): Promise<JsonServer> {
  const server = createServer((request, response) => {
    void readJson(request).then((body) => {
      const answered = answer(body, request);
      if (answered === undefined) return;
      response.writeHead(answered.status ?? 200, {
        "content-type": "application/json",
        ...answered.headers,
      });
      response.end(answered.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = "";
  for await (const part of request) text += String(part);
  return JSON.parse(text) as Record<string, unknown>;
}
