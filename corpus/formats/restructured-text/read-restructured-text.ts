/** A reStructuredText file as a document, with what Sphinx sets for all of its pages. */
import { posix } from "node:path";
import { RESTRUCTURED_DEFAULTS } from "../../generators/sphinx/restructured-settings.ts";
import type { SphinxSettings } from "../../generators/sphinx/settings.ts";
import { restructuredTitles } from "../../generators/sphinx/titles.ts";
import { titleOfTarget } from "../../generators/site.ts";
import { languageTag } from "../../parse/front-matter.ts";
import { optOutOf } from "../../parse/opt-out.ts";
import { firstTopHeading, type OutlineItem } from "../../parse/outline.ts";
import { settleOutline } from "../../parse/settle-outline.ts";
import { withoutMarks } from "../../parse/marks.ts";
import type { DocumentProblem } from "../document.ts";
import { createDropCounter } from "../drop-counter.ts";
import type { DocumentResult, FormatInput } from "../format-reader.ts";
import { readDefinitions, normalName } from "./definitions.ts";
import { newState, type DocumentContext } from "./document-context.ts";
import { readDirectiveBlock } from "./explicit-markup.ts";
import { linesOfText } from "./indented-lines.ts";
import type { RstNode } from "./node.ts";
import { NodeIds } from "./node-ids.ts";
import { parseBody } from "./parse-body.ts";
import { renderDocument } from "./render-document.ts";

/** Reported of one page; a page of broken tables says the same again and again. */
const MAX_PROBLEMS = 5;

export function readRestructuredText({
  text,
  sitePath,
  site,
  include,
  language: siteLanguage,
}: FormatInput): DocumentResult {
  const isSphinx = site.generator === "sphinx";
  const settings = isSphinx ? (site.settings as SphinxSettings).restructured : RESTRUCTURED_DEFAULTS;
  const lines = linesOfText(
    withoutMarks([settings.prolog, text, settings.epilog].filter((part) => part !== "").join("\n\n")),
  );
  const nodes = parseBody(lines, { hasTitles: true });
  const { fields, rest } = splitMetadata(nodes);
  const wish = optOutOf(fields);
  if (wish !== undefined) return { skipped: "noindex", detail: wish, problems: [] };
  const { drop, dropped } = createDropCounter();
  const problems: DocumentProblem[] = [];
  const ownTitles = isSphinx
    ? new Map<string, string>()
    : new Map(restructuredTitles(lines.join("\n")).labels);
  const language = languageTag(textOf(fields["language"])) ?? siteLanguage;
  const context: DocumentContext = {
    settings,
    isSphinx,
    language,
    definitions: readDefinitions(lines, include),
    ids: new NodeIds(),
    links: [],
    anchors: new Set(),
    titleOf: (target) => titleOfTarget(site, target, sitePath) ?? ownTitles.get(normalName(target)),
    include,
    drop,
    report(problem) {
      if (problems.length < MAX_PROBLEMS) problems.push({ kind: "invalid-markup", detail: problem });
    },
    state: newState({ defaultRole: settings.defaultRole, fileName: posix.basename(sitePath) }),
  };
  const items = settleOutline(renderDocument(rest, context), { language, drop });
  const title = titleOf(items);
  const { links, anchors } = context;
  const description = textOf(fields["description"]) ?? textOf(fields["abstract"]);
  const date = textOf(fields["date"]) ?? textOf(fields["updated"]);
  return {
    items,
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    ...(fields["language"] !== undefined && { language }),
    ...(date !== undefined && { date }),
    fields,
    links,
    anchors: [...anchors],
    dropped: dropped(),
    problems,
  };
}

/** Of a page whose sections begin deeper the first. */
function titleOf(items: readonly OutlineItem[]): string | undefined {
  const first = items[0];
  return firstTopHeading(items) ?? (first?.kind === "heading" && first.text !== "" ? first.text : undefined);
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** Fields above all text say something of the page, and are not shown; so do those of `meta`, wherever it stands. */
function splitMetadata(nodes: readonly RstNode[]): { fields: Record<string, unknown>; rest: RstNode[] } {
  const fields: Record<string, unknown> = {};
  const rest: RstNode[] = [];
  let isStart = true;
  for (const node of nodes) {
    if (node.kind === "directive" && node.name === "meta") {
      for (const [name, value] of readDirectiveBlock(["", ...node.lines.filter((line) => line !== "")], false)
        .options)
        setField(name.split(" ")[0] ?? name, value);
      continue;
    }
    if (node.kind === "fields" && isStart) {
      for (const { name, lines } of node.items) setField(name, lines.join(" ").trim());
      isStart = false;
      continue;
    }
    if (node.kind !== "nothing" && node.kind !== "target") isStart = false;
    rest.push(node);
  }
  return { fields, rest };

  function setField(name: string, value: string): void {
    // `:orphan:` and its like are said by their name alone.
    fields[name.toLowerCase()] ??= value === "" ? true : value;
  }
}
