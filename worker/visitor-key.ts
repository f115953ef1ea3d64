/**
 * Who a visitor is to the rate limiter: a keyed hash that cannot be turned back into an address.
 *
 * The key of the hash is a random salt of the day, kept in KV for two days and then gone for good. Two
 * isolates that make the day's first salt at the same moment use different ones until KV has settled, and an
 * isolate that cannot read it uses its own: limits are then looser for a while, and nothing else happens.
 */
import { SITE_ID_PATTERN } from "../core/corpus/format.ts";
import { toHex } from "../core/corpus/hash.ts";
import { VISITOR_SALT_TTL_SECONDS, VISITOR_SALT_WAIT_MS } from "./constants.ts";
import { describeError, type Log } from "./log.ts";
import { withTimeLimit } from "./time-limit.ts";

export interface VisitorKeyOptions {
  namespace: Pick<KVNamespace, "get" | "put">;
  /** Epoch milliseconds. */
  now: () => number;
  /** 128 random bits or more, as text. */
  newSalt: () => string;
  log: Log;
}

/** The opaque key of one visitor at one site on one day. `address` as the platform reports it. */
export type VisitorKeyOf = (site: string | undefined, address: string) => Promise<string>;

/** Keys in the namespace `ANSWERS`. */
export const visitorSaltKey = (day: string): string => `visitor-salt/${day}`;

export function createVisitorKeyOf({ namespace, now, newSalt, log }: VisitorKeyOptions): VisitorKeyOf {
  let current: { day: string; key: CryptoKey } | undefined;

  const keyOfToday = async (): Promise<CryptoKey> => {
    const day = new Date(now()).toISOString().slice(0, 10);
    if (current?.day === day) return current.key;
    const key = await importKey(await readSalt(day));
    // A value, never a promise: one that belongs to a request that was cut off would never settle.
    current = { day, key };
    return key;
  };

  const readSalt = async (day: string): Promise<string> => {
    const fresh = newSalt();
    const readOrCreate = async (): Promise<string> => {
      const kept = await namespace.get(visitorSaltKey(day), "text");
      if (kept !== null) return kept;
      await namespace.put(visitorSaltKey(day), fresh, { expirationTtl: VISITOR_SALT_TTL_SECONDS });
      return fresh;
    };
    try {
      return await withTimeLimit(readOrCreate(), VISITOR_SALT_WAIT_MS, "the visitor salt");
    } catch (error) {
      log({ level: "warn", event: "visitor-salt-unavailable", detail: describeError(error) });
      return fresh;
    }
  };

  return async (site, address) => {
    // A site id never holds a space, so no address can pass for another site's.
    const name = site !== undefined && SITE_ID_PATTERN.test(site) ? site : "-";
    const text = new TextEncoder().encode(`${name} ${addressPrefix(address)}`);
    const digest = await crypto.subtle.sign("HMAC", await keyOfToday(), text);
    return toHex(new Uint8Array(digest));
  };
}

/**
 * The part of an address that belongs to one visitor: all of an IPv4 address, the first 64 bits of an IPv6 one
 * (a visitor has all the rest to choose from). An IPv4 address inside IPv6 counts as itself. Anything else is
 * taken as it is.
 */
export function addressPrefix(address: string): string {
  const text = address.trim().toLowerCase();
  const mapped = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/.exec(text);
  if (mapped?.[1] !== undefined) return mapped[1];
  if (!text.includes(":") || !URL.canParse(`http://[${text}]/`)) return text;
  // URL parsing writes every spelling of an address in one way: shortest, lower-case, hexadecimal.
  const canonical = new URL(`http://[${text}]/`).hostname.slice(1, -1);
  const [head = "", tail] = canonical.split("::", 2);
  const groupsOf = (part: string | undefined): string[] =>
    part === undefined || part === "" ? [] : part.split(":");
  const before = groupsOf(head);
  const after = groupsOf(tail);
  const groups = [...before, ...Array<string>(8 - before.length - after.length).fill("0"), ...after];
  const mappedWords = groups.slice(6).map((group) => parseInt(group, 16));
  if (groups.slice(0, 5).every((group) => group === "0") && groups[5] === "ffff") {
    return mappedWords.flatMap((word) => [word >> 8, word & 255]).join(".");
  }
  return `${groups.slice(0, 4).join(":")}::/64`;
}

function importKey(salt: string): Promise<CryptoKey> {
  const bytes = new TextEncoder().encode(salt);
  return crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
}
