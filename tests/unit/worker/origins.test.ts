import { describe, expect, test } from "vitest";
import { createOriginPolicy, parseOriginPattern, type OriginPattern } from "../../../worker/origins.ts";

const OWN = "https://assistant.example.net";

function patterns(...texts: string[]): OriginPattern[] {
  return texts.map((text) => {
    const pattern = parseOriginPattern(text);
    if (pattern === undefined) throw new Error(`${text} is no origin`);
    return pattern;
  });
}

const policy = createOriginPolicy(
  new Map([
    [
      "docs",
      patterns("https://ok.com", "https://*.ok.dev", "http://intranet:8080", "https://bücher.example"),
    ],
    ["shop", patterns("https://shop.example")],
  ]),
);

/** What browsers, and programs that pose as one, may send as `Origin`. */
const ORIGINS: [string, boolean][] = [
  ["https://ok.com", true],
  ["https://OK.com", true],
  ["https://ok.com:443", true],
  ["https://preview-1.ok.dev", true],
  ["https://xn--bcher-kva.ok.dev", true],
  ["http://intranet:8080", true],
  ["https://xn--bcher-kva.example", true],
  ["https://bücher.example", true],
  [OWN, true],
  // Another scheme, port or host is another origin.
  ["http://ok.com", false],
  ["https://ok.com:8443", false],
  ["http://intranet", false],
  ["https://intranet:8080", false],
  ["https://www.ok.com", false],
  ["https://ok.com.evil.io", false],
  ["https://evilok.com", false],
  ["https://ok.com-evil.io", false],
  ["https://ok.comm", false],
  ["https://ok.co", false],
  ["https://ok.com.", false],
  ["https://xn--bcher-kva.example.evil.io", false],
  ["https://shop.example", false],
  // The wildcard is one whole label.
  ["https://ok.dev", false],
  ["https://.ok.dev", false],
  ["https://a.b.ok.dev", false],
  ["https://evilok.dev", false],
  ["http://a.ok.dev", false],
  ["https://a.ok.dev:444", false],
  ["https://a.ok.dev.evil.io", false],
  ["https://-.ok.dev", false],
  ["https://*.ok.dev", false],
  // Not an origin at all.
  ["null", false],
  ["", false],
  ["*", false],
  ["undefined", false],
  ["ok.com", false],
  ["//ok.com", false],
  ["https://", false],
  ["https://ok.com/path", false],
  ["https://ok.com?x", false],
  ["https://ok.com#x", false],
  ["https://user@ok.com", false],
  ["https://ok.com@evil.io", false],
  ["https://evil.io\\@ok.com", false],
  ["https://ok.com https://evil.io", false],
  ["https://ok.com,https://evil.io", false],
  ["https://ok.com\t", false],
  ["https://ok%2ecom", true],
  ["https://0x7f.1", false],
  ["file://", false],
  ["file://ok.com", false],
  ["ftp://ok.com", false],
  ["chrome-extension://ok.com", false],
  ["javascript:https://ok.com", false],
  ["data:text/html,https://ok.com", false],
  // Local pages are for a Worker that nobody has configured.
  ["http://localhost:3000", false],
  ["http://127.0.0.1", false],
];

describe("a configured origin policy", () => {
  test.each(ORIGINS)("for %j answers %s", (origin, allowed) => {
    expect(policy.allows("docs", origin, OWN)).toBe(allowed);
  });

  test("keeps the sites' lists apart", () => {
    expect(policy.allows("shop", "https://shop.example", OWN)).toBe(true);
    expect(policy.allows("shop", "https://ok.com", OWN)).toBe(false);
    expect(policy.allows("unlisted", "https://ok.com", OWN)).toBe(false);
    expect(policy.allows("unlisted", OWN, OWN)).toBe(true);
  });

  test("knows an origin of any site, for preflights that cannot name theirs", () => {
    expect(policy.allowsAnySite("https://shop.example", OWN)).toBe(true);
    expect(policy.allowsAnySite("https://ok.com", OWN)).toBe(true);
    expect(policy.allowsAnySite("https://evil.io", OWN)).toBe(false);
    expect(policy.allowsAnySite("null", OWN)).toBe(false);
  });

  test("names the site of an origin by the lists, never by what a client claims", () => {
    expect(policy.siteOf("https://shop.example")).toBe("shop");
    expect(policy.siteOf("https://x.ok.dev")).toBe("docs");
    expect(policy.siteOf("https://evil.io")).toBeUndefined();
    expect(policy.siteOf("null")).toBeUndefined();
  });
});

describe("a policy without any list", () => {
  const local = createOriginPolicy(undefined);
  test.each([
    ["http://localhost", true],
    ["http://localhost:8787", true],
    ["https://localhost:1", true],
    ["http://my-app.localhost:5173", true],
    ["http://127.0.0.1:3000", true],
    ["http://127.8.9.1", true],
    ["http://[::1]:4321", true],
    ["http://2130706433", true],
    [OWN, true],
    ["http://localhost.evil.io", false],
    ["http://evil-localhost", false],
    ["http://127.0.0.1.evil.io", false],
    ["http://10.0.0.1", false],
    ["http://192.168.1.5:3000", false],
    ["http://[::2]", false],
    ["http://0.0.0.0", false],
    ["https://example.com", false],
    ["null", false],
  ])("for %j answers %s", (origin, allowed) => {
    expect(local.allows("docs", origin, OWN)).toBe(allowed);
    expect(local.allowsAnySite(origin, OWN)).toBe(allowed);
    expect(local.siteOf(origin)).toBeUndefined();
  });
});

describe("parseOriginPattern", () => {
  test.each([
    "*",
    "https://*",
    "https://*.com",
    "https://*.",
    "https://a.*.com",
    "https://*.*.com",
    "https://*preview.example.com",
    "https://my-*.example.com",
    "https://*.example.com/path",
    "https://*.1.2.3",
    "https://*.[::1]",
    "*.example.com",
    "example.com",
    "https://example.com/path",
    "https://user:pass@example.com",
    "ftp://example.com",
    "",
  ])("refuses %j", (text) => {
    expect(parseOriginPattern(text)).toBeUndefined();
  });

  test("takes a trailing slash and capitals, which people paste", () => {
    expect(parseOriginPattern("HTTPS://Example.com/")).toEqual({
      kind: "exact",
      origin: "https://example.com",
    });
  });
});
