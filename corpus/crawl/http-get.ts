/**
 * One request, without redirects and as it was answered. Made on `node:http` rather than on `fetch`: only so can the
 * address that a name resolves to be looked at before a connection is made to it, and a body be taken as it was sent,
 * so that what it unpacks to has a bound.
 */
import { lookup as resolveName, type LookupAddress, type LookupOptions } from "node:dns";
import type { Agent } from "node:http";
import { isPrivateAddress, isPrivateHost } from "./private-address.ts";

export interface HttpRequest {
  url: string;
  /** Lower-case names. */
  headers: Readonly<Record<string, string>>;
  /** Whether addresses of this machine and of private networks are asked too. */
  allowPrivate: boolean;
  signal: AbortSignal;
}

export interface HttpAnswer {
  status: number;
  /** Lower-case names; several of one name are joined by commas. */
  headers: Readonly<Record<string, string>>;
  /** As it was sent: compressed where `content-encoding` says so. */
  body: AsyncIterable<Uint8Array>;
  /** Ends the connection; for a body that is not read to its end. */
  close: () => void;
}

/** Rejects with `PrivateAddressError`, or with the error of the connection. */
export type HttpGet = (request: HttpRequest) => Promise<HttpAnswer>;

export class PrivateAddressError extends Error {
  constructor(host: string, address: string) {
    super(
      host === address
        ? `${host} is a private address`
        : `${host} leads to ${address}, which is a private address`,
    );
    this.name = "PrivateAddressError";
  }
}

/** More connections than the queue has places for are never needed. */
const MAX_SOCKETS = 16;

/** With connections of its own, which are used again. */
export function createHttpGet(): HttpGet {
  // An import would load the module's `WebSocket` too, and with it all of undici.
  const http = process.getBuiltinModule("node:http");
  const https = process.getBuiltinModule("node:https");
  const agentOptions = { keepAlive: true, maxSockets: MAX_SOCKETS };
  // A connection that was made where private addresses are allowed must not serve a request where they are not.
  const agents = new Map<string, Agent>();
  const agentOf = (protocol: string, allowPrivate: boolean): Agent => {
    const key = `${protocol}${allowPrivate}`;
    let agent = agents.get(key);
    if (agent === undefined) {
      agent = protocol === "https:" ? new https.Agent(agentOptions) : new http.Agent(agentOptions);
      agents.set(key, agent);
    }
    return agent;
  };

  return ({ url, headers, allowPrivate, signal }) =>
    new Promise<HttpAnswer>((resolve, reject) => {
      const { protocol, hostname } = new URL(url);
      if (!allowPrivate && isPrivateHost(hostname)) {
        reject(new PrivateAddressError(hostname, hostname));
        return;
      }
      const { request } = protocol === "https:" ? https : http;
      const sent = request(
        url,
        {
          headers,
          signal,
          agent: agentOf(protocol, allowPrivate),
          ...(!allowPrivate && { lookup: publicLookup }),
        },
        (message) => {
          resolve({
            status: message.statusCode ?? 0,
            headers: joinedHeaders(message.headersDistinct),
            body: message,
            close: () => message.destroy(),
          });
        },
      );
      sent.on("error", reject);
      sent.end();
    });
}

type LookupCallback = (
  error: NodeJS.ErrnoException | null,
  address: string | LookupAddress[],
  family?: number,
) => void;

/** As `dns.lookup`, and fails where one of the addresses is private: the connection goes to what was looked at. */
function publicLookup(hostname: string, options: LookupOptions, callback: LookupCallback): void {
  resolveName(hostname, { ...options, all: true }, (error, addresses) => {
    if (error !== null) {
      callback(error, []);
      return;
    }
    const forbidden = addresses.find(({ address }) => isPrivateAddress(address));
    if (forbidden !== undefined) {
      callback(new PrivateAddressError(hostname, forbidden.address), []);
      return;
    }
    const [first] = addresses;
    if (options.all === true || first === undefined) callback(null, addresses);
    else callback(null, first.address, first.family);
  });
}

function joinedHeaders(distinct: NodeJS.Dict<string[]>): Record<string, string> {
  return Object.fromEntries(Object.entries(distinct).map(([name, values = []]) => [name, values.join(", ")]));
}
