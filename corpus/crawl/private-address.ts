/**
 * Addresses that are not the public internet's: this machine, its network, and what clouds tell their machines.
 * A page must not make the crawler read those for it.
 *
 * @see https://www.iana.org/assignments/iana-ipv4-special-registry
 * @see https://www.iana.org/assignments/iana-ipv6-special-registry
 */
import { BlockList, isIP } from "node:net";

const PRIVATE_RANGES: readonly (readonly [address: string, prefix: number])[] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
  ["::", 128],
  ["::1", 128],
  ["64:ff9b:1::", 48],
  ["100::", 64],
  ["2001:db8::", 32],
  ["fc00::", 7],
  ["fe80::", 10],
  ["fec0::", 10],
  ["ff00::", 8],
];

const privateRanges = new BlockList();
for (const [address, prefix] of PRIVATE_RANGES) {
  privateRanges.addSubnet(address, prefix, address.includes(":") ? "ipv6" : "ipv4");
}

/** Of an IPv4 or IPv6 address; an IPv6 address that carries an IPv4 one is what it carries. */
export function isPrivateAddress(address: string): boolean {
  const bare = address.replace(/%.*$/, "");
  const family = isIP(bare);
  if (family === 0) return true;
  if (family === 4) return privateRanges.check(bare, "ipv4");
  const embedded = embeddedIpv4(bare);
  return embedded === undefined ? privateRanges.check(bare, "ipv6") : privateRanges.check(embedded, "ipv4");
}

/**
 * Of the host of a URL, as far as its name tells. The URL parser has turned decimal, octal and hexadecimal forms of
 * addresses into the usual one. Where a name leads is only known when it is resolved (`http-get.ts`).
 */
export function isPrivateHost(hostname: string): boolean {
  const host = hostname
    .replace(/^\[|\]$/g, "")
    .replace(/\.$/, "")
    .toLowerCase();
  if (isIP(host) !== 0) return isPrivateAddress(host);
  return host === "localhost" || /\.(?:localhost|local|internal|home\.arpa)$/.test(host);
}

/** `::ffff:a.b.c.d`, `::a.b.c.d`, NAT64 (64:ff9b::/96) and 6to4 (2002::/16). */
function embeddedIpv4(address: string): string | undefined {
  const groups = ipv6Groups(address);
  if (groups === undefined) return undefined;
  const [first = 0, second = 0, third = 0] = groups;
  const lower = [groups[6] ?? 0, groups[7] ?? 0] as const;
  const isZero = (from: number, to: number): boolean => groups.slice(from, to).every((group) => group === 0);
  if (isZero(0, 5) && groups[5] === 0xffff) return dotted(...lower);
  if (isZero(0, 6) && (lower[0] !== 0 || lower[1] > 1)) return dotted(...lower);
  if (first === 0x64 && second === 0xff9b && isZero(2, 6)) return dotted(...lower);
  if (first === 0x2002) return dotted(second, third);
  return undefined;
}

function ipv6Groups(address: string): number[] | undefined {
  // The URL parser writes every form alike: without dots, with at most one "::".
  const host = new URL(`http://[${address}]/`).hostname.slice(1, -1);
  const [head = "", tail] = host.split("::");
  const numbers = (text: string): number[] =>
    text === "" ? [] : text.split(":").map((group) => Number.parseInt(group, 16));
  const left = numbers(head);
  if (tail === undefined) return left.length === 8 ? left : undefined;
  const right = numbers(tail);
  return [...left, ...Array.from({ length: 8 - left.length - right.length }, () => 0), ...right];
}

function dotted(high: number, low: number): string {
  return [high >> 8, high & 255, low >> 8, low & 255].join(".");
}
