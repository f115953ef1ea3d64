import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { fillTemplate } from "../../../widget/build/parse-template.ts";
import { ANSWER, mountAssistant, scriptWorker } from "./mount-assistant.ts";

/** Names as the two parsers leave them differ in the sign that Lit reads from its own list. */
const comparable = (template: HTMLTemplateElement): string =>
  template.innerHTML.replace(/ (?:[@.?]|_(?:64|46|63))(?=[\w$-]+=)/g, " ").replace(/\s+/g, " ");

test("every template of the panel comes out as the browser's own parser makes it", async () => {
  const markups = new Set<string>();
  const sink = Object.getOwnPropertyDescriptor(Element.prototype, "innerHTML")!;
  Object.defineProperty(HTMLTemplateElement.prototype, "innerHTML", {
    configurable: true,
    get: sink.get!,
    set(this: HTMLTemplateElement, markup: string) {
      markups.add(String(markup));
      sink.set!.call(this, markup);
    },
  });
  const worker = scriptWorker(ANSWER);
  const element = mountAssistant({ mode: "drawer", starters: "One?", persist: "none" });
  await element.ask("How?");
  await expect.element(page.getByRole("list", { name: "Sources" })).toBeVisible();
  await element.clear();
  Reflect.deleteProperty(HTMLTemplateElement.prototype, "innerHTML");
  worker.restore();
  element.remove();

  expect(markups.size).toBeGreaterThan(10);
  for (const markup of markups) {
    const own = document.createElement("template");
    const browsers = document.createElement("template");
    fillTemplate(own, markup);
    browsers.innerHTML = markup;
    expect(comparable(own)).toBe(comparable(browsers));
    const names = (template: HTMLTemplateElement) =>
      [...template.content.querySelectorAll("*")].map((node) => `${node.namespaceURI} ${node.tagName}`);
    expect(names(own)).toEqual(names(browsers));
  }
});
