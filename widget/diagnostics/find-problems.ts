import { SITE_ID_PATTERN } from "../../core/corpus/format.ts";
import { LIMITS } from "../../core/protocol.ts";
import { CHOICES, isLanguageTag, parseList, type ConfigInput, type WidgetConfig } from "../config.ts";
import { opaqueColor } from "../loader/accent.ts";
import { ATTRIBUTE_NAMES, isBooleanAttribute, isTrue } from "../loader/attributes.ts";
import type { Problem, ProblemKind } from "./describe-problem.ts";

const HOTKEY = /^((mod|ctrl|meta|alt|shift)\+)+\S$/i;

/** Attributes of HTML itself, of frameworks, and of script plug-ins: none of our business. */
const FOREIGN =
  /^(id|class|style|title|slot|hidden|dir|role|part|exportparts|tabindex|inert|translate|nonce|is|(data|aria|on|x|v|ng|_|:|@).*)$/;

/** What of the attributes cannot be followed. `config` is what was made of them. */
export function findProblems(input: ConfigInput, config: WidgetConfig): Problem[] {
  const { attributes, isColor = opaqueColor } = input;
  const problems: Problem[] = [];
  const report = (kind: ProblemKind, attribute: string, value: string, used = ""): void => {
    problems.push({ kind, attribute, value, used });
  };

  for (const [name, choices] of Object.entries(CHOICES)) {
    const value = attributes[name];
    if (value && !(choices as readonly string[]).includes(value.trim().toLowerCase())) {
      const used = (config as unknown as Record<string, unknown>)[name];
      report("not-a-choice", name, value, typeof used === "string" ? used : choices[0]);
    }
  }
  for (const name of ATTRIBUTE_NAMES.filter(isBooleanAttribute)) {
    const value = attributes[name];
    if (value !== undefined && !isTrue(value) && !/^(false|off)$/i.test(value.trim())) {
      report("not-a-boolean", name, value, "false");
    }
  }

  const { endpoint, site, starters, lang, accent, hotkey } = attributes;
  if (!endpoint && !config.endpoint) report("no-endpoint", "endpoint", "");
  const isUrl = URL.canParse(endpoint ?? "", input.pageUrl);
  if (endpoint && !(isUrl && /^https?:$/.test(new URL(endpoint, input.pageUrl).protocol))) {
    report("not-a-url", "endpoint", endpoint, config.endpoint);
  }
  if (site && !SITE_ID_PATTERN.test(site)) report("not-a-site-id", "site", site, config.site);
  const list = starters === undefined ? [] : parseList(starters);
  if (list === undefined) report("not-a-list", "starters", starters ?? "");
  else if (list.length > LIMITS.startersMax) {
    report("too-many", "starters", `${list.length} questions`, `the first ${LIMITS.startersMax}`);
  }
  if (lang && !isLanguageTag(lang)) report("not-a-language", "lang", lang, config.lang);
  if (accent && !isColor(accent)) report("not-a-colour", "accent", accent, "the default colour");
  if (hotkey && !HOTKEY.test(hotkey.trim())) report("not-a-hotkey", "hotkey", hotkey);
  if (config.push && config.mode !== "drawer") {
    report("push-without-drawer", "push", attributes["push"] ?? "");
  }

  const known: readonly string[] = ATTRIBUTE_NAMES;
  for (const [name, value] of Object.entries(attributes)) {
    if (!known.includes(name) && !FOREIGN.test(name)) report("unknown-attribute", name, value);
  }
  for (const [property, value = ""] of Object.entries(input.scriptData ?? {})) {
    const name = property.replace(/[A-Z]/g, (letter) => "-" + letter.toLowerCase());
    if (!known.includes(name)) report("unknown-attribute", `data-${name}`, value);
  }
  return problems;
}
