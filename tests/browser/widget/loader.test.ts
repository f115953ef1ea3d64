import { afterEach, expect, test, vi } from "vitest";
import { AssistantChatElement } from "../../../widget/loader/assistant-chat-element.ts";
import { createElementFor } from "../../../widget/loader/script-element.ts";
import { findScript, versionedUrl } from "../../../widget/loader/script-origin.ts";
import { VERSION } from "../../../widget/version.ts";
import { scriptWorker } from "./mount-assistant.ts";

const CREATED = Symbol.for("assistant-chat:created-by-script");
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

test("a script without data attributes makes none", () => {
  createElementFor(scriptTag("https://a.example/assistant-chat.js"));
  createElementFor(undefined);
  expect(document.querySelector("assistant-chat")).toBeNull();
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
