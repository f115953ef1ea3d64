import { describe, expect, it } from "vitest";
import { releaseHeading } from "../../../../corpus/changelog/release-heading.ts";

describe("headings that name a release", () => {
  it.each([
    ["[2.1.0] - 2024-03-01", "2.1.0", "2024-03-01"],
    ["2.1.0 / 2024-03-01", "2.1.0", "2024-03-01"],
    ["v1.2.3 (March 1, 2024)", "1.2.3", "2024-03-01"],
    ["[1.4.0](https://example.com/compare/v1.3.0...v1.4.0) (2023-05-06)", "1.4.0", "2023-05-06"],
    ["Version 2", "2", undefined],
    ["Version 2.0", "2.0", undefined],
    ["Ferry 7.1.2 (1 November 2023)", "7.1.2", "2023-11-01"],
    ["Version 2.1 vom 1. März 2024", "2.1", "2024-03-01"],
    ["Versión 3.0.1 (15 de agosto de 2023)", "3.0.1", "2023-08-15"],
    ["1.0.0-beta.1 - 2020-01-01 [YANKED]", "1.0.0-beta.1", "2020-01-01"],
    ["🎉 v1.2", "1.2", undefined],
    ["5.0.0-next.3", "5.0.0-next.3", undefined],
  ])("is sure of %j", (text, version, date) => {
    expect(releaseHeading(text)).toEqual({ version, ...(date !== undefined && { date }), isSure: true });
  });

  it.each([
    ["@scope/name@1.2.3", "1.2.3"],
    ["1.1", "1.1"],
    ["2.0.0 — Codename", "2.0.0"],
    ["Release notes for 3.1", "3.1"],
  ])("takes %j for one on a changelog only", (text, version) => {
    expect(releaseHeading(text)).toEqual({ version, isSure: false });
  });

  it("reads names without a version", () => {
    expect(releaseHeading("[Unreleased]")).toEqual({ isSure: false });
    expect(releaseHeading("March 2024")).toEqual({ date: "2024-03-01", isSure: false });
  });

  it.each([
    "1.1 Introduction",
    "2.3. Payments",
    "3.1.2 Refunds",
    "From 1.x to 2.x",
    "Upgrading to 2.0",
    "Requirements for 3.0",
    "Section 2.1",
    "Python 3.12 support",
    "How do I get 2.0?",
    "Version history",
    "30 February 2024",
  ])("is not misled by %j", (text) => {
    expect(releaseHeading(text)).toBeUndefined();
  });
});
