import { afterEach, expect, test, vi } from "vitest";
import { AssistantChatElement } from "../../../widget/loader/assistant-chat-element.ts";
import { createElementFor } from "../../../widget/loader/script-element.ts";
import { findScript, versionedUrl } from "../../../widget/loader/script-origin.ts";
import { VERSION } from "../../../widget/version.ts";
import { defineAssistantChat } from "../../../widget/loader/define.ts";
import { scriptWorker } from "./mount-assistant.ts";

const CREATED = Symbol.for("assistant-chat");
const page = window as unknown as Record<symbol, unknown>;

afterEach(() => {
  delete page[CREATED];
  document.body.replaceChildren();
  document.querySelectorAll('script[src*="assistant-chat.js"]').forEach((script) => script.remove());
});

/** A script tag that names the loader and runs nothing. */
function scriptTag(src: string, data: Record<string, string> = {}): HTMLScriptElement {
  const script = document.createElement("script");
  script.type = "text/plain";
  script.src = src;
  Object.assign(script.dataset, data);
  document.head.append(script);
  return script;
}

test("a script with data attributes makes one element, however often it runs", () => {
  const script = scriptTag("https://a.example/assistant-chat.js", {
    site: "docs",
    assistantName: "Helper",
    config: "local",
  });
  createElementFor(script);
  createElementFor(script);
  const elements = document.querySelectorAll("assistant-chat");
  expect(elements).toHaveLength(1);
  expect([elements[0]!.getAttribute("site"), elements[0]!.getAttribute("assistant-name")]).toEqual([
    "docs",
    "Helper",
  ]);
});

test("a script that says nothing makes one too, unless the page has its own", () => {
  createElementFor(undefined);
  expect(document.querySelector("assistant-chat")).toBeNull();
  const bare = scriptTag("https://a.example/assistant-chat.js");
  createElementFor(bare);
  createElementFor(bare);
  expect(document.querySelectorAll("assistant-chat")).toHaveLength(1);
  // One that a framework brings later takes its place.
  const own = document.createElement("assistant-chat");
  document.body.append(own);
  expect([...document.querySelectorAll("assistant-chat")]).toEqual([own]);
  createElementFor(bare);
  expect([...document.querySelectorAll("assistant-chat")]).toEqual([own]);
});

test("a module that says nothing only brings the class", () => {
  const script = document.createElement("script");
  Object.defineProperties(script, { type: { value: "module" }, src: { value: "https://a.example/x.js" } });
  createElementFor(script);
  expect(document.querySelector("assistant-chat")).toBeNull();
});

test("the bubble of a script goes along when a router replaces the body, and stays away when the page removes it", async () => {
  createElementFor(scriptTag("https://a.example/assistant-chat.js", { config: "local" }));
  const element = document.querySelector("assistant-chat")!;
  const first = document.body;
  const replace = (): void => document.body.replaceWith(document.createElement("body"));
  try {
    replace();
    await vi.waitFor(() => expect(element.parentElement).toBe(document.body));
    expect(document.querySelectorAll("assistant-chat")).toHaveLength(1);
    expect(element.frame.matches(":popover-open")).toBe(true);
    element.remove();
    replace();
    await new Promise((resolve) => requestAnimationFrame(resolve));
    expect(document.querySelector("assistant-chat")).toBeNull();
  } finally {
    document.body.replaceWith(first);
  }
});

test("properties that were set before the class came are taken over", async () => {
  const Class = AssistantChatElement;
  const name = `assistant-chat-${Math.random().toString(36).slice(2)}`;
  const early = document.createElement(name) as AssistantChatElement;
  Object.assign(early, { launcherLabel: "Ask us", starters: ["a, b", "c"], pageContext: true, note: "mine" });
  document.body.append(early);
  customElements.define(name, class extends Class {});
  expect(early.getAttribute("launcher-label")).toBe("Ask us");
  expect(early.getAttribute("starters")).toBe('["a, b","c"]');
  expect([early.pageContext, Object.hasOwn(early, "launcherLabel")]).toEqual([true, false]);
  expect((early as unknown as { note: string }).note).toBe("mine");
  early.launcherLabel = "Ask";
  expect(early.root.querySelector(".launcher")?.textContent).toBe("Ask");
});

test("another definition of the name is said once, with the way out", async () => {
  const get = vi.spyOn(customElements, "get").mockReturnValue(class extends HTMLElement {});
  const warned = vi.spyOn(console, "warn").mockImplementation(() => undefined);
  expect(defineAssistantChat()).toBe(false);
  expect(warned.mock.calls).toEqual([[expect.stringMatching(/another script.*Load this first/)]]);
  get.mockRestore();
  warned.mockRestore();
  expect(defineAssistantChat()).toBe(true);
});

test("what the server says of the launcher is there with its first paint, and attributes win", () => {
  window.AssistantChatSites = {
    default: { launcherLabel: "Ask", position: "bottom-start", accent: "#0b5fff" },
    shop: { accent: "transparent" },
  };
  const made = (attributes: Record<string, string>): AssistantChatElement => {
    const element = document.createElement("assistant-chat");
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    document.body.append(element);
    return element;
  };
  try {
    const plain = made({});
    expect(plain.root.querySelector(".launcher")?.textContent).toBe("Ask");
    expect(plain.frame.dataset["side"]).toBe("start");
    expect(getComputedStyle(plain.root.querySelector(".launcher")!).backgroundColor).toBe("rgb(11, 95, 255)");
    const own = made({ "launcher-label": "Own", "position": "bottom-end", "accent": "#111111" });
    expect([own.root.querySelector(".launcher")?.textContent, own.frame.dataset["side"]]).toEqual([
      "Own",
      "end",
    ]);
    expect(getComputedStyle(own.root.querySelector(".launcher")!).backgroundColor).toBe("rgb(17, 17, 17)");
    expect(made({ config: "local" }).root.querySelector(".launcher")?.textContent).toBe("");
    const shop = getComputedStyle(made({ site: "shop" }).root.querySelector(".launcher")!);
    expect(shop.backgroundColor).toBe("rgb(70, 54, 212)");
  } finally {
    delete window.AssistantChatSites;
  }
});

test("without a current script, the last tag that names the loader is the one", () => {
  expect(findScript()).toBeUndefined();
  scriptTag("https://a.example/assistant-chat.js");
  const last = scriptTag("https://b.example/assistant-chat.js?v=2");
  expect(findScript()).toBe(last);
});

test.each([
  ["https://a.example/assistant-chat.js", `https://a.example/v/${VERSION}/panel.js`],
  ["https://a.example/x/assistant-chat.js?y#z", `https://a.example/x/v/${VERSION}/panel.js`],
  [`https://a.example/v/${VERSION}/assistant-chat.js`, `https://a.example/v/${VERSION}/panel.js`],
])("beside %s the panel is %s", (script, panel) => {
  expect(versionedUrl("panel.js", script)).toBe(panel);
});

test("a panel whose origin is unknown is an error that is said, not a silent one", () => {
  expect(() => versionedUrl("panel.js")).toThrow(TypeError);
});

test("commands wait until there is an element", async () => {
  const worker = scriptWorker("");
  window.AssistantChat = [["show"]];
  const { takeOverCommandQueue } = await import("../../../widget/loader/command-queue.ts");
  takeOverCommandQueue();
  takeOverCommandQueue();
  const element = document.createElement("assistant-chat") as AssistantChatElement;
  element.setAttribute("endpoint", "https://worker.example");
  element.setAttribute("config", "local");
  document.body.append(element);
  await vi.waitFor(() => expect(element.open).toBe(true));
  worker.restore();
});
