import { page } from "vitest/browser";
import { afterEach, describe, expect, test, vi } from "vitest";
import { opaqueColor } from "../../../widget/loader/accent.ts";
import { mountAssistant } from "./mount-assistant.ts";

afterEach(() => {
  document.body.replaceChildren();
});

const DEFAULT = "rgb(70, 54, 212)";

describe("the accent", () => {
  test.each([
    "#0b5fff",
    "red",
    "chartreuse",
    "rgb(1 2 3)",
    "rgba(1, 2, 3, 1)",
    "hsl(200deg 50% 40%)",
    "oklch(0.7 0.3 150)",
    "lab(50% 40 59.5)",
    "color(display-p3 0 1 0)",
    "color-mix(in oklab, red, blue)",
    "Highlight",
  ])("may be %s", (value) => {
    expect(opaqueColor(value)).not.toBe("");
  });

  test.each([
    "transparent",
    "currentColor",
    "rgba(0,0,255,.3)",
    "rgb(0 0 255 / 30%)",
    "#0008",
    "#11223344",
    "hsl(200 50% 40% / 0.5)",
    "oklch(0.7 0.3 150 / 0.5)",
    "var(--brand)",
    "inherit",
    "unset",
    "color-mix(in srgb, red, transparent)",
    "rgb(from currentcolor r g b)",
    "rde",
    "",
    "red; display: none",
    "url(https://x.example)",
  ])("is the default where the page asks for %s", async (value) => {
    expect(opaqueColor(value)).toBe("");
    const element = mountAssistant({ accent: value, config: "local" });
    const launcher = getComputedStyle(element.root.querySelector(".launcher")!);
    expect(launcher.backgroundColor).toBe(DEFAULT);
  });

  test("that is no opaque colour is said before anybody acts, and leaves every text readable", async () => {
    const warned = vi.spyOn(console, "warn").mockImplementation(() => undefined);
    const element = mountAssistant({ accent: "#12345678", theme: "light", config: "local" });
    const said = (): unknown[] =>
      warned.mock.calls.filter(([text]) => String(text).includes('accent="#12345678"'));
    await vi.waitFor(() => expect(said()).toHaveLength(1));
    expect(said()[0]).toEqual([
      'assistant-chat: accent="#12345678" is not an opaque CSS colour (using the default colour).',
    ]);
    await element.show();
    const panel = page.getByRole("dialog").element();
    expect(getComputedStyle(panel).backgroundColor).toBe("rgb(255, 255, 255)");
    expect(said()).toHaveLength(1);
    warned.mockRestore();
  });
});
