/** Addresses of pages, so that one page has one address. */
import { CliError } from "../cli-error.ts";
import { percentDecoded } from "../parse/percent-encoding.ts";

/** Names of query parameters that say who comes from where, and nothing of the page. */
const NOISE_PARAMETERS =
  /^(?:utm_\w+|mtm_\w+|pk_\w+|fbclid|gclid|dclid|msclkid|yclid|mc_[ce]id|igshid|_ga|_gl|ref_src|replytocom|jsessionid|phpsessid|aspsessionid\w*|session_?id|sessid|sid|cfid|cftoken|oscsid|zenid)$/i;
/** Servers of Java and ASP write the session into the path. */
const PATH_SESSION = /;(?:jsessionid|sid|phpsessid)=[^/?;]*/gi;
/** Longer addresses are made by programs for programs. */
const MAX_ADDRESS_CHARS = 2000;

/** What of the sources is an address rather than a path. */
export function isWebAddress(source: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(source);
}

/** @throws CliError where it is none that can be asked. */
export function parseStartAddress(source: string): URL {
  const url = URL.canParse(source) ? new URL(source) : undefined;
  if (url === undefined || url.hostname === "") throw new CliError("site-address-invalid", source);
  if (!/^https?:$/.test(url.protocol)) throw new CliError("site-address-protocol", source);
  if (url.username !== "" || url.password !== "") {
    url.username = "";
    url.password = "";
    throw new CliError("site-address-credentials", url.href);
  }
  url.hash = "";
  return url;
}

/**
 * The address that a link leads to, without what names no other page: the fragment, marks of campaigns, sessions.
 * Undefined for what is no web page.
 */
export function pageAddress(target: string, base: string): string | undefined {
  const trimmed = target.trim();
  if (
    trimmed === "" ||
    trimmed.length > MAX_ADDRESS_CHARS ||
    /^(?:mailto|tel|javascript|data):/i.test(trimmed)
  )
    return undefined;
  if (!URL.canParse(trimmed, base)) return undefined;
  const url = new URL(trimmed, base);
  if (!/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "") return undefined;
  url.hash = "";
  if (url.pathname.includes(";")) url.pathname = url.pathname.replace(PATH_SESSION, "");
  if (url.search !== "") url.search = withoutNoise(url.search);
  return url.href.length > MAX_ADDRESS_CHARS ? undefined : url.href;
}

/** The other parameters are left as they were written: a server may care. */
function withoutNoise(search: string): string {
  const parts = search
    .slice(1)
    .split("&")
    .filter((part) => part !== "" && !NOISE_PARAMETERS.test(part.split("=", 1)[0] ?? ""));
  return parts.length === 0 ? "" : `?${parts.join("&")}`;
}

/** For comparing: what is served for both is one page. */
export function comparableAddress(address: string): string {
  const url = new URL(address);
  const path = percentDecoded(url.pathname)
    .replace(/\/index\.html?$/i, "/")
    .replace(/(.)\/$/, "$1");
  return `${url.host.toLowerCase()}${path}${url.search}`;
}

/** `www.` or not: the same owner, where one leads to the other. */
export function isSameOwner(left: URL, right: URL): boolean {
  const bare = (url: URL): string => url.hostname.replace(/^www\./, "");
  return bare(left) === bare(right);
}
