import { describe, expect, it } from "vitest";
import { PLAYGROUND_OPTIONS } from "../../../demo/browser/playground-options.ts";
import {
  normaliseSettings,
  settingsFromHash,
  settingsToHash,
} from "../../../demo/browser/playground-settings.ts";
import { ATTRIBUTE_NAMES } from "../../../widget/loader/attributes.ts";

describe("playground settings", () => {
  it("offers only attributes that the element has, besides HTML's own dir", () => {
    const names = PLAYGROUND_OPTIONS.map((option) => option.attribute).filter((name) => name !== "dir");
    expect(ATTRIBUTE_NAMES).toEqual(expect.arrayContaining(names));
  });

  it("survive the way through the address", () => {
    const settings = {
      mode: "drawer",
      push: "true",
      accent: "#0b5fff",
      starters: "What is it?\nDoes it cost, and how much?",
      greeting: "Größe & <b>Gruß</b> #1",
    };
    expect(settingsFromHash(`#${settingsToHash(settings)}`)).toEqual(settings);
  });

  it("leave the defaults out of the address", () => {
    expect(settingsToHash({ mode: "floating", theme: "auto", push: "false", greeting: "  " })).toBe("");
  });

  it("ignore everything in an address that the form cannot show", () => {
    expect(
      settingsFromHash(
        `#mode=full&onclick=alert(1)&accent=red&debug=maybe&endpoint=https://evil.example&greeting=${"x".repeat(501)}&theme=dark`,
      ),
    ).toEqual({ theme: "dark" });
  });

  it("drop what has no effect in the chosen mode", () => {
    const settings = { mode: "inline", push: "true", open: "true", greeting: "Hi" };
    expect(normaliseSettings(settings)).toEqual({ mode: "inline", greeting: "Hi" });
    expect(normaliseSettings({ push: "true", open: "true" })).toEqual({ open: "true" });
  });

  it("do not mistake names of Object for settings", () => {
    expect(normaliseSettings({ constructor: "x", toString: "y" })).toEqual({});
  });
});
