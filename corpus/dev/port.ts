import { createServer } from "node:net";
import { CliError } from "../cli-error.ts";

export const DEFAULT_PORT = 8787;

/** @throws CliError where PORT is no port. */
export function portFrom(env: Readonly<Record<string, string | undefined>>): number {
  const text = env["PORT"];
  if (text === undefined || text === "") return DEFAULT_PORT;
  const port = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(port >= 1 && port <= 65_535)) throw new CliError("port-invalid", text);
  return port;
}

/** @throws CliError where something listens on the port already, on either address of localhost. */
export async function requireFreePort(port: number): Promise<void> {
  for (const host of ["127.0.0.1", "::1"]) {
    await new Promise<void>((resolve, reject) => {
      const server = createServer();
      server.once("error", (error: NodeJS.ErrnoException) => {
        if (error.code === "EADDRINUSE" || error.code === "EACCES")
          reject(new CliError("port-taken", String(port)));
        // A machine without IPv6 has nothing that could listen there.
        else resolve();
      });
      server.listen({ port, host, exclusive: true }, () => server.close(() => resolve()));
    });
  }
}
