import { describe, expect, it } from "vitest";
import { isExpectedAddress, nearestPage, pageKey } from "../../../../corpus/evaluate/page-address.ts";

describe("isExpectedAddress", () => {
  it.each([
    ["/billing/", "/billing/#refunds"],
    ["/billing", "/billing/"],
    ["billing/", "/billing/"],
    ["/billing/index.html", "/billing/"],
    ["/", "/#top"],
    ["/billing/#refunds", "/billing/#refunds"],
    ["/billing/", "https://www.example.com/billing/#refunds"],
    ["https://example.com/billing", "https://www.example.com/billing/"],
    ["https://example.com/billing", "/billing/"],
    ["/caf%C3%A9/", "/café/"],
    ["/billing/#refunds", "/billing/#refunds:~:text=Refunds%20take%20a%20week"],
    ["/billing/", "/billing/#:~:text=Refunds%20take%20a%20week"],
  ])("%s is where %s is", (expected, actual) => {
    expect(isExpectedAddress(expected, actual)).toBe(true);
  });

  it.each([
    ["/billing/", "/billing/refunds/"],
    ["/billing/#refunds", "/billing/"],
    ["/billing/#refunds", "/billing/#invoices"],
    ["/billing/#refunds", "/billing/#:~:text=refunds"],
    ["https://example.com/billing/", "https://example.org/billing/"],
    ["/a?page=1", "/a?page=2"],
  ])("%s is not where %s is", (expected, actual) => {
    expect(isExpectedAddress(expected, actual)).toBe(false);
  });

  it("survives what is no address", () => {
    expect(isExpectedAddress("http://[", "/a/")).toBe(false);
    expect(isExpectedAddress("/%E0%A4%A/", "/%E0%A4%A/")).toBe(true);
    expect(pageKey("")).toBe("/");
  });
});

describe("nearestPage", () => {
  const pages = ["/", "/guide/install/", "/guide/quick-start/", "/help/faq/"];
  it.each([
    ["/guide/instal/", "/guide/install/"],
    ["/install/", "/guide/install/"],
    ["/docs/help/faq", "/help/faq/"],
    ["/guide/quickstart/", "/guide/quick-start/"],
  ])("takes %s for %s", (url, page) => {
    expect(nearestPage(url, pages)).toBe(page);
  });

  it("names none where none is near", () => {
    expect(nearestPage("/completely/different/thing/", pages)).toBeUndefined();
    expect(nearestPage("/x/", [])).toBeUndefined();
  });
});
