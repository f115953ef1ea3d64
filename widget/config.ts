/**
 * What the attributes mean. The only place where a default or a rule for a value is written down: an unknown
 * or invalid value never breaks anything, it becomes the default, and `widget/diagnostics` says how to mend it.
 */
import { DEFAULT_SITE, SITE_ID_PATTERN } from "../core/corpus/format.ts";
import { LIMITS, type SiteConfig } from "../core/protocol.ts";
import { opaqueColor } from "./loader/accent.ts";
import { isTrue, type AttributeName } from "./loader/attributes.ts";
import type { Strings } from "./strings.ts";

export interface WidgetConfig {
  /** Origin of the Worker, without a trailing slash; empty where it is unknown. */
  endpoint: string;
  site: string;
  mode: "floating" | "inline" | "drawer";
  side: "start" | "end";
  push: boolean;
  assistantName: string;
  greeting: string;
  placeholder: string;
  disclaimer: string;
  starters: readonly string[];
  theme: "auto" | "light" | "dark";
  /** BCP 47. */
  lang: string;
  persist: "session" | "device" | "none";
  consent: "not-required" | "required";
  analytics: "none" | "events" | "datalayer";
  pageContext: boolean;
  /** A conversation in which nothing happened for this long is over; 0 for never. */
  conversationTimeoutMinutes: number;
  /** Conversations that the history holds, the one that is shown included. */
  maxConversations: number;
  remote: boolean;
}

export interface ConfigInput {
  /** Attributes as they stand on the element. */
  attributes: Readonly<Record<string, string>>;
  /** `data-*` of the script tag, in camelCase; absent for an element of the page's own. */
  scriptData?: Readonly<Record<string, string | undefined>> | undefined;
  /** What the server says; attributes win. */
  remote?: Partial<SiteConfig> | undefined;
  scriptUrl?: string | undefined;
  pageUrl: string;
  /** Language of the page, then of the browser. */
  languages: readonly string[];
  /** What is shown where nobody has set a text. */
  strings: Pick<Strings, "assistantName" | "greeting" | "placeholder" | "disclaimer">;
  /** Whether a text is an opaque colour; given where there is no browser to ask. */
  isColor?: (value: string) => unknown;
}

export const CHOICES = {
  mode: ["floating", "inline", "drawer"],
  position: ["bottom-end", "bottom-start", "end", "start"],
  theme: ["auto", "light", "dark"],
  persist: ["session", "device", "none"],
  consent: ["not-required", "required"],
  analytics: ["none", "events", "datalayer"],
  config: ["remote", "local"],
} as const;

const DEFAULT_TIMEOUT_MINUTES = 60;
const DEFAULT_MAX_CONVERSATIONS = 10;

/**
 * Follows what can be followed. `isDoubtful` tells that something could not, or that nothing is known of the Worker;
 * what it is, and how to mend it, is found by `widget/diagnostics`.
 */
export function normalizeConfig(input: ConfigInput): { config: WidgetConfig; isDoubtful: boolean } {
  const { attributes, remote = {}, strings } = input;
  const { accent } = attributes;
  let isDoubtful = !!accent && !(input.isColor ?? opaqueColor)(accent);

  function choose<N extends keyof typeof CHOICES>(
    name: N,
    remoteValue?: string,
  ): (typeof CHOICES)[N][number] {
    type Choice = (typeof CHOICES)[N][number];
    const choices: readonly Choice[] = CHOICES[name];
    const fallback = choices.find((choice) => choice === remoteValue) ?? choices[0]!;
    return choices.find((choice) => choice === attributes[name]?.trim().toLowerCase()) ?? fallback;
  }

  const flag = (name: AttributeName): boolean => isTrue(attributes[name] ?? null);

  const text = (name: AttributeName, remoteValue: string | undefined, fallback: string): string =>
    attributes[name]?.trim() || remoteValue || fallback;

  function endpoint(): string {
    const value = attributes["endpoint"];
    const { scriptUrl = "" } = input;
    const own = URL.canParse(scriptUrl) ? new URL(scriptUrl).origin : "";
    if (value && URL.canParse(value, input.pageUrl)) {
      const url = new URL(value, input.pageUrl);
      if (/^https?:$/.test(url.protocol)) return (url.origin + url.pathname).replace(/\/+$/, "");
    }
    if (value || !own) isDoubtful = true;
    return own;
  }

  function site(): string {
    const value = attributes["site"] || DEFAULT_SITE;
    if (SITE_ID_PATTERN.test(value)) return value;
    isDoubtful = true;
    return DEFAULT_SITE;
  }

  function starters(): readonly string[] {
    const value = attributes["starters"];
    if (value === undefined) return (remote.starters ?? []).slice(0, LIMITS.startersMax);
    const list = parseList(value);
    if (!list || list.length > LIMITS.startersMax) isDoubtful = true;
    return (list ?? []).slice(0, LIMITS.startersMax);
  }

  function language(): string {
    const value = attributes["lang"];
    if (value && isLanguageTag(value)) return value;
    return input.languages.find(isLanguageTag) ?? "en";
  }

  const position = choose("position", remote.position);
  const config: WidgetConfig = {
    endpoint: endpoint(),
    site: site(),
    mode: choose("mode"),
    side: position.endsWith("start") ? "start" : "end",
    push: flag("push"),
    assistantName: text("assistant-name", remote.assistantName, strings.assistantName),
    greeting: text("greeting", remote.greeting, strings.greeting),
    placeholder: text("placeholder", remote.placeholder, strings.placeholder),
    disclaimer: text("disclaimer", remote.disclaimer, strings.disclaimer),
    starters: starters(),
    theme: choose("theme", remote.theme),
    lang: language(),
    persist: choose("persist"),
    consent: choose("consent"),
    analytics: choose("analytics"),
    pageContext: flag("page-context"),
    conversationTimeoutMinutes: remote.conversationTimeoutMinutes ?? DEFAULT_TIMEOUT_MINUTES,
    maxConversations: remote.maxConversations ?? DEFAULT_MAX_CONVERSATIONS,
    remote: choose("config") === "remote",
  };
  return { config, isDoubtful };
}

/** Reads a comma, line or JSON list; undefined for broken JSON. */
export function parseList(value: string): string[] | undefined {
  let items: unknown[];
  if (/^\s*\[/.test(value)) {
    try {
      items = JSON.parse(value) as unknown[];
    } catch {
      return undefined;
    }
  } else items = value.split(value.includes("\n") ? "\n" : ",");
  return items.map((item) => String(item).trim()).filter((item) => item !== "");
}

export function isLanguageTag(value: string): boolean {
  try {
    return value !== "" && Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}
