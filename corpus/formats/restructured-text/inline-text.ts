/** Inline markup of a document as text of a block, with what its references lead to. */
import { codeSpan, tidy } from "../../parse/inline-text.ts";
import { UNKNOWN_VALUE } from "../../parse/marks.ts";
import { docutilsId } from "../../generators/sphinx/docutils-ids.ts";
import { setTypographically } from "../../generators/sphinx/typography.ts";
import { alternativeText } from "../../parse/alternative-text.ts";
import { normalName, type Substitution } from "./definitions.ts";
import type { DocumentContext } from "./document-context.ts";
import { readDirectiveBlock } from "./explicit-markup.ts";
import { readInline, type InlineReader, type InlineText } from "./inline-markup.ts";
import { roleText } from "./roles.ts";

/** Substitutions in one another end here. */
const MAX_SUBSTITUTIONS = 10;

/** `name`: as ids are made of it. */
export function inlineText(source: string, context: DocumentContext, depth = 0): Required<InlineText> {
  const { ids, links, anchors, settings, isSphinx, language } = context;
  const reader: InlineReader = {
    role: (name, content) => roleText(name, content, context),
    substitution: (name) => ({ shown: substitutionText(name, context, depth), name }),
    literal: codeSpan,
    plain(text) {
      noteAddresses(text, context);
      return text.replace(/`/g, "'").replace(/\n/g, " ");
    },
    reference(text, { uri, alias, isAnonymous }) {
      const name = normalName(text);
      if (uri !== undefined && !isAnonymous) anchors.add(ids.claim(name));
      const target = uri ?? addressOf(isAnonymous ? undefined : (alias ?? text), context);
      if (target !== undefined) links.push({ target, text: text.replace(/\s+/g, " ") });
      return { shown: reader.plain(text), name: text };
    },
    footnote: (label) => ({ shown: footnoteMark(label, context), name: "" }),
    target(name) {
      anchors.add(ids.claim(normalName(name)));
    },
    unclosed() {
      // docutils numbers the message, and the place that it is about.
      ids.claim();
      ids.claim();
    },
  };
  const { shown, name } = readInline(source, reader);
  const text = tidy(shown);
  const isSet = isSphinx && settings.isTypographic;
  return { shown: isSet ? setTypographically(text, language) : text, name: name.replace(/\s+/g, " ").trim() };
}

/** Where a name leads: to an address, or to a place on this page. */
function addressOf(
  name: string | undefined,
  { definitions, state, anchors }: DocumentContext,
): string | undefined {
  if (name === undefined) {
    const uri = definitions.anonymousUris[state.anonymousUri];
    state.anonymousUri += 1;
    return uri === "" ? undefined : uri;
  }
  let uri = definitions.uris.get(normalName(name));
  // `.. _one: two_` names another name.
  for (let steps = 0; uri !== undefined && /^`?[^`]+`?_$/.test(uri) && steps < 5; steps++) {
    uri = definitions.uris.get(normalName(uri.replace(/^`|`?_$/g, "")));
  }
  if (uri !== undefined) return uri;
  const id = docutilsId(name);
  return anchors.has(id) ? `#${id}` : undefined;
}

function noteAddresses(text: string, { links }: DocumentContext): void {
  if (!text.includes("://")) return;
  for (const [address] of text.matchAll(/\bhttps?:\/\/[^\s<>"'`]{1,2000}[\w/#=&~-]/g))
    links.push({ target: address, text: address });
}

/** The number of a note is no word of the sentence; the name of a book is. */
function footnoteMark(label: string, { ids }: DocumentContext): string {
  ids.claim();
  return /^[#*\d]/.test(label) ? "" : `[${label}]`;
}

function substitutionText(name: string, context: DocumentContext, depth: number): string {
  const { definitions, settings } = context;
  const own = definitions.substitutions.get(normalName(name));
  if (own !== undefined && depth < MAX_SUBSTITUTIONS) return valueOf(name, own, context, depth + 1);
  return settings.values[name.toLowerCase()] ?? UNKNOWN_VALUE;
}

function valueOf(
  name: string,
  { directive, lines }: Substitution,
  context: DocumentContext,
  depth: number,
): string {
  const { argument, options, content } = readDirectiveBlock(lines, true);
  switch (directive.toLowerCase()) {
    case "replace":
      return inlineText([argument, ...content].join("\n"), context, depth).shown;
    case "unicode":
      return unicodeText(argument.replace(/ \.\. .*$/s, ""));
    case "image":
    case "figure":
      return alternativeText(options.get("alt") ?? name);
    case "raw":
      return argument.includes("html")
        ? content
            .join(" ")
            .replace(/<br\b[^>]{0,99}>/gi, "\n")
            .replace(/<[^<>]{0,999}>/g, "")
        : "";
    default:
      return UNKNOWN_VALUE;
  }
}

/** Code points in any of the ways of writing them, and text between. */
function unicodeText(written: string): string {
  return written
    .split(/\s+/)
    .map((part) => {
      const hex =
        /^(?:0x|x|\\x|U\+?|\\u)([\da-f]{1,6})$/i.exec(part)?.[1] ?? /^&#x([\da-f]{1,6});$/i.exec(part)?.[1];
      const code =
        hex !== undefined ? Number.parseInt(hex, 16) : /^\d{1,7}$/.test(part) ? Number(part) : undefined;
      return code !== undefined && code <= 0x10ffff ? String.fromCodePoint(code) : part;
    })
    .join("");
}
