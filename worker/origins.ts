/**
 * Which pages may use a site's assistant, by the `Origin` header. This keeps other websites from using it in
 * their visitors' browsers; it is no authentication, since a program may send any header it likes.
 */
/** A configured origin: one exactly, or one label in front of a fixed rest. */
export type OriginPattern =
  { kind: "exact"; origin: string } | { kind: "subdomain"; scheme: string; hostSuffix: string; port: string };

/** By site id. */
export type AllowedOrigins = ReadonlyMap<string, readonly OriginPattern[]>;

/** One DNS label as URL parsing leaves it: lower-case, international ones in their xn-- form. */
const DNS_LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** At least two labels: `https://*.com` would allow everyone. */
const PARENT_DOMAIN = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/;

/**
 * Reads one configured origin: `https://example.com`, `http://localhost:3000`, or `https://*.example.com`, in
 * which `*` stands for exactly one label.
 *
 * @returns undefined for everything else: a path, a query, credentials, other schemes, other places of `*`.
 */
export function parseOriginPattern(text: string): OriginPattern | undefined {
  const wildcard = /^(https?:\/\/)\*\.([^*]+)$/i.exec(text);
  const url = parseHttpOrigin(wildcard === null ? text : `${wildcard[1]}${wildcard[2]}`);
  if (url === undefined) return undefined;
  if (wildcard === null) return { kind: "exact", origin: url.origin };
  if (!PARENT_DOMAIN.test(url.hostname) || isAddress(url.hostname)) return undefined;
  return { kind: "subdomain", scheme: url.protocol, hostSuffix: `.${url.hostname}`, port: url.port };
}

/** Whether pages of an origin may use a site, and, where only the origin is known, whether any site. */
export interface OriginPolicy {
  /** @param origin The header as sent. @param ownOrigin The origin the request was sent to. */
  allows(site: string, origin: string, ownOrigin: string): boolean;
  allowsAnySite(origin: string, ownOrigin: string): boolean;
  /** The first site that lists the origin: what a visitor's requests are counted by before a body is read. */
  siteOf(origin: string): string | undefined;
}

/**
 * The Worker's own origin may always use every site. Others must be on the site's list; without any list at
 * all, pages on this machine may, so that nothing needs to be configured before the first deployment.
 */
export function createOriginPolicy(allowedOrigins: AllowedOrigins | undefined): OriginPolicy {
  const matches = (patterns: readonly OriginPattern[], url: URL): boolean =>
    patterns.some((pattern) => matchesPattern(pattern, url));
  const check = (origin: string, ownOrigin: string, allowed: (url: URL) => boolean): boolean => {
    const url = parseHttpOrigin(origin);
    if (url === undefined) return false;
    return url.origin === ownOrigin || allowed(url);
  };
  if (allowedOrigins === undefined) {
    const allowsLocal = (origin: string, ownOrigin: string): boolean => check(origin, ownOrigin, isLocal);
    return {
      allows: (_site, origin, ownOrigin) => allowsLocal(origin, ownOrigin),
      allowsAnySite: allowsLocal,
      siteOf: () => undefined,
    };
  }
  const lists = [...allowedOrigins];
  return {
    allows: (site, origin, ownOrigin) =>
      check(origin, ownOrigin, (url) => matches(allowedOrigins.get(site) ?? [], url)),
    allowsAnySite: (origin, ownOrigin) =>
      check(origin, ownOrigin, (url) => lists.some(([, patterns]) => matches(patterns, url))),
    siteOf: (origin) => {
      const url = parseHttpOrigin(origin);
      if (url === undefined) return undefined;
      return lists.find(([, patterns]) => matches(patterns, url))?.[0];
    },
  };
}

/** The URL of a text that is an http(s) origin and nothing more; a browser sends nothing else. */
function parseHttpOrigin(text: string): URL | undefined {
  // URL parsing forgives white space, backslashes, control characters and stars; no origin has them.
  if (!/^https?:\/\/[^\s\\/?#@*]+\/?$/i.test(text) || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  return url.hostname === "" || url.pathname !== "/" ? undefined : url;
}

function matchesPattern(pattern: OriginPattern, url: URL): boolean {
  if (pattern.kind === "exact") return url.origin === pattern.origin;
  if (url.protocol !== pattern.scheme || url.port !== pattern.port) return false;
  if (!url.hostname.endsWith(pattern.hostSuffix)) return false;
  return DNS_LABEL.test(url.hostname.slice(0, -pattern.hostSuffix.length));
}

function isLocal(url: URL): boolean {
  const { hostname } = url;
  if (hostname === "localhost" || hostname.endsWith(".localhost") || hostname === "[::1]") return true;
  return /^127(?:\.\d{1,3}){3}$/.test(hostname);
}

function isAddress(hostname: string): boolean {
  return hostname.startsWith("[") || /^[\d.]+$/.test(hostname);
}
