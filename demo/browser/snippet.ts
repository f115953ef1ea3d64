import { PLAYGROUND_OPTIONS } from "./playground-options.ts";
import { normaliseSettings, type Settings } from "./playground-settings.ts";

/** Which page the snippet is for. */
export interface SnippetTarget {
  /** Origin of the Worker, without a slash at the end. */
  origin: string;
  /** Id of the site. */
  site: string;
}

const SWITCHES: ReadonlySet<string> = new Set(
  PLAYGROUND_OPTIONS.filter((option) => option.control.kind === "switch").map((option) => option.attribute),
);

function escapeAttribute(value: string): string {
  return value.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}

/** A list stays readable in an attribute: commas where no question holds one, else a line for each. */
function attributeValue(name: string, value: string): string {
  if (name !== "starters") return value;
  const lines = value
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  return lines.some((line) => line.includes(",")) ? lines.join("\n") : lines.join(", ");
}

function attributes(settings: Settings, target: SnippetTarget, prefix: string): string[] {
  const entries = Object.entries(normaliseSettings(settings))
    // `dir` belongs to every HTML element; the script tag has no way to hand it on.
    .filter(([name]) => name !== "dir" || prefix === "");
  return [`${prefix}site="${escapeAttribute(target.site)}"`].concat(
    entries.map(([name, value]) => {
      if (SWITCHES.has(name) && prefix === "") return name;
      return `${prefix}${name}="${escapeAttribute(attributeValue(name, value))}"`;
    }),
  );
}

/** The one-tag form: the script makes the element. */
export function scriptTagSnippet(settings: Settings, target: SnippetTarget): string {
  const lines = attributes(settings, target, "data-");
  return `<script async src="${target.origin}/assistant-chat.js"\n        ${lines.join("\n        ")}></script>`;
}

/** The element form: it stands where it is written, and its content is what people without JavaScript see. */
export function elementSnippet(settings: Settings, target: SnippetTarget): string {
  const lines = attributes(settings, target, "");
  return [
    `<script type="module" src="${target.origin}/assistant-chat.js"></script>`,
    `<assistant-chat ${lines.join("\n                ")}>`,
    `  <a href="/contact">Contact us</a>`,
    `</assistant-chat>`,
  ].join("\n");
}
