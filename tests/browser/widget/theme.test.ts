import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { detectTheme, watchTheme } from "../../../widget/theme.ts";

const { documentElement: root, body } = document;
let systemIsDark: boolean;

beforeEach(() => {
  systemIsDark = true;
  const match = window.matchMedia.bind(window);
  const dark = match("(prefers-color-scheme: dark)");
  vi.spyOn(window, "matchMedia").mockImplementation((query) =>
    query.includes("dark")
      ? new Proxy(dark, {
          get: (target, key) => {
            if (key === "matches") return systemIsDark;
            const value: unknown = Reflect.get(target, key);
            return typeof value === "function" ? value.bind(target) : value;
          },
        })
      : match(query),
  );
});

afterEach(() => {
  vi.restoreAllMocks();
  root.removeAttribute("style");
  root.removeAttribute("data-theme");
  body.removeAttribute("style");
  body.replaceChildren();
});

describe("a page that declares nothing", () => {
  test("and paints nothing is white, whatever the system says", () => {
    expect(detectTheme()).toBe("light");
  });

  test.each([
    ["white", "light"],
    ["#f7f7f2", "light"],
    ["#111", "dark"],
    ["rgb(20 20 30 / 90%)", "dark"],
    ["oklch(0.2 0.02 250)", "dark"],
    ["oklch(0.97 0 0)", "light"],
    ["lab(15% 0 0)", "dark"],
    ["color(display-p3 0.1 0.1 0.1)", "dark"],
    ["color(srgb 0.9 0.9 0.95)", "light"],
  ])("is what %s is, on its body or its root", (background, theme) => {
    body.style.background = background;
    expect(detectTheme()).toBe(theme);
    body.removeAttribute("style");
    root.style.background = background;
    expect(detectTheme()).toBe(theme);
  });

  test("is what lies below an element of its own, through what is clear", () => {
    body.style.background = "white";
    body.innerHTML =
      '<section style="background:#101014"><div style="background:#fff2"><p></p></div></section>';
    expect(detectTheme(document.querySelector("p")!)).toBe("dark");
    expect(detectTheme()).toBe("light");
  });
});

describe("a page that declares its colours", () => {
  test("by an attribute wins over what it paints", () => {
    body.style.background = "white";
    root.dataset["theme"] = "dark";
    expect(detectTheme()).toBe("dark");
  });

  test("by color-scheme is followed, and by both leaves it to the system unless it paints", () => {
    root.style.colorScheme = "dark";
    expect(detectTheme()).toBe("dark");
    root.style.colorScheme = "light dark";
    systemIsDark = true;
    expect(detectTheme()).toBe("dark");
    systemIsDark = false;
    expect(detectTheme()).toBe("light");
    systemIsDark = true;
    body.style.background = "white";
    expect(detectTheme()).toBe("light");
  });
});

test("a change of class and the end of a fade are seen, until it is ended", async () => {
  const changed = vi.fn();
  const stop = watchTheme(changed);
  body.className = "x";
  await vi.waitFor(() => expect(changed).toHaveBeenCalledTimes(1));
  body.dispatchEvent(new TransitionEvent("transitionend", { bubbles: true }));
  expect(changed).toHaveBeenCalledTimes(2);
  stop();
  body.className = "";
  body.dispatchEvent(new TransitionEvent("transitionend", { bubbles: true }));
  await new Promise((resolve) => setTimeout(resolve));
  expect(changed).toHaveBeenCalledTimes(2);
});
