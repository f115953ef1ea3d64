/**
 * What the attributes mean. The only place where a default or a rule for a value is written down: an unknown
 * or invalid value never breaks anything, it becomes the default and a diagnostic that says how to mend it.
 */
import { DEFAULT_SITE, SITE_ID_PATTERN } from "../core/corpus/format.ts";
import { LIMITS, type SiteConfig } from "../core/protocol.ts";
import { ATTRIBUTE_NAMES, isTrue, type AttributeName } from "./loader/attributes.ts";
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

/** What can be wrong; `widget/diagnostics` has the words for it. */
export type ProblemKind =
  | "not-a-choice"
  | "not-a-boolean"
  | "not-a-url"
  | "no-endpoint"
  | "not-a-site-id"
  | "not-a-list"
  | "too-many"
  | "not-a-language"
  | "not-a-colour"
  | "not-a-hotkey"
  | "push-without-drawer"
  | "unknown-attribute"
  | "remote-failed";

/** Something in the configuration that is not as it should be. */
export interface Problem {
  kind: ProblemKind;
  attribute: string;
  value: string;
  /** What was taken in its place; empty where the attribute is ignored. */
  used: string;
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
  strings: Strings;
  supportsColor: (value: string) => boolean;
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

const HOTKEY = /^((mod|ctrl|meta|alt|shift)\+)+\S$/i;

/** Attributes of HTML itself, of frameworks, and of script plug-ins: none of our business. */
const FOREIGN =
  /^(id|class|style|title|slot|hidden|dir|role|part|exportparts|tabindex|inert|translate|nonce|is|(data|aria|on|x|v|ng|_|:|@).*)$/;

export function normalizeConfig(input: ConfigInput): { config: WidgetConfig; problems: Problem[] } {
  const { attributes, remote = {}, strings } = input;
  const problems: Problem[] = [];

  const report = (kind: ProblemKind, attribute: string, value: string, used = ""): void => {
    problems.push({ kind, attribute, value, used });
  };

  function choose<N extends keyof typeof CHOICES>(
    name: N,
    remoteValue?: string,
  ): (typeof CHOICES)[N][number] {
    type Choice = (typeof CHOICES)[N][number];
    const choices: readonly Choice[] = CHOICES[name];
    const fallback = choices.find((choice) => choice === remoteValue) ?? choices[0]!;
    const value = attributes[name];
    if (value === undefined || value === "") return fallback;
    const found = choices.find((choice) => choice === value.trim().toLowerCase());
    if (found === undefined) report("not-a-choice", name, value, fallback);
    return found ?? fallback;
  }

  function flag(name: AttributeName): boolean {
    const value = attributes[name] ?? null;
    if (value !== null && !isTrue(value, name) && !/^(false|off)$/i.test(value.trim())) {
      report("not-a-boolean", name, value, "false");
    }
    return isTrue(value, name);
  }

  const text = (name: AttributeName, remoteValue: string | undefined, fallback: string): string =>
    attributes[name]?.trim() || remoteValue || fallback;

  function endpoint(): string {
    const value = attributes["endpoint"];
    const own = input.scriptUrl === undefined ? "" : new URL(input.scriptUrl).origin;
    if (!value) {
      if (!own) report("no-endpoint", "endpoint", "");
      return own;
    }
    if (URL.canParse(value, input.pageUrl)) {
      const url = new URL(value, input.pageUrl);
      if (/^https?:$/.test(url.protocol)) return (url.origin + url.pathname).replace(/\/+$/, "");
    }
    report("not-a-url", "endpoint", value, own);
    return own;
  }

  function site(): string {
    const value = attributes["site"] || DEFAULT_SITE;
    if (SITE_ID_PATTERN.test(value)) return value;
    report("not-a-site-id", "site", value, DEFAULT_SITE);
    return DEFAULT_SITE;
  }

  function starters(): readonly string[] {
    const value = attributes["starters"];
    if (value === undefined) return (remote.starters ?? []).slice(0, LIMITS.startersMax);
    const list = parseList(value);
    if (list === undefined) {
      report("not-a-list", "starters", value);
      return [];
    }
    if (list.length > LIMITS.startersMax) {
      report("too-many", "starters", `${list.length} questions`, `the first ${LIMITS.startersMax}`);
    }
    return list.slice(0, LIMITS.startersMax);
  }

  function language(): string {
    const value = attributes["lang"];
    if (value && isLanguageTag(value)) return value;
    const fallback = input.languages.find(isLanguageTag) ?? "en";
    if (value) report("not-a-language", "lang", value, fallback);
    return fallback;
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
  for (const name of ["open", "debug"] as const) flag(name);

  const { accent, hotkey } = attributes;
  if (accent && !input.supportsColor(accent)) report("not-a-colour", "accent", accent, "the default colour");
  if (hotkey && !HOTKEY.test(hotkey.trim())) report("not-a-hotkey", "hotkey", hotkey);
  if (config.push && config.mode !== "drawer")
    report("push-without-drawer", "push", attributes["push"] ?? "");
  const known: readonly string[] = ATTRIBUTE_NAMES;
  for (const [name, value] of Object.entries(attributes)) {
    if (!known.includes(name) && !FOREIGN.test(name)) report("unknown-attribute", name, value);
  }
  for (const [property, value = ""] of Object.entries(input.scriptData ?? {})) {
    const name = property.replace(/[A-Z]/g, (letter) => "-" + letter.toLowerCase());
    if (!known.includes(name)) report("unknown-attribute", `data-${name}`, value);
  }
  return { config, problems };
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

function isLanguageTag(value: string): boolean {
  try {
    return value !== "" && Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}
