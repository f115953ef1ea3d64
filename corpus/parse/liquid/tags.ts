/** Tags of Jekyll, and what becomes of those that only its plug-ins know. */
import {
  evalToken,
  ForTag,
  RawTag,
  Tag,
  TokenKind,
  tags as liquidTags,
  Value,
  type Context,
  type Emitter,
  type Liquid,
  type TagToken,
  type Template,
  type TopLevelToken,
} from "liquidjs";
import type { DialectContext } from "../dialects/dialect-context.ts";
import { readIncluded, type IncludeState } from "../dialects/includes/include-state.ts";
import { visibleTitle } from "../dialects/template.ts";
import { literalBraces, MISSING_CONTENT, UNKNOWN_VALUE } from "../marks.ts";
import { isUnknown, PossibleValue } from "./unknown.ts";

/** Items of lists without the numbers and names that only a plug-in knows before them. */
export function withoutReferences(text: string): string {
  return text.replace(/\uFDDC(?:(?:[\s,/&:–—-]|and\b){0,9}\uFDDC){0,9}[ \t:–—-]{0,9}/g, "");
}

/** Shows a picture, wherever it stands. */
const ICON_TAG = /icon|emoji|^fa[brs]?(?:_|$)/i;

/**
 * What a tag of a plug-in shows of itself. Where it stands for an address, any does; inside of a line it is a part of a
 * sentence, which it takes along if it says nothing.
 */
function pluginText({ name, args, input, begin, end }: TagToken): string {
  const title = visibleTitle(args);
  if (title !== "" || ICON_TAG.test(name) || name.startsWith("end")) return title;
  const before = input.slice(Math.max(0, begin - LINE_PROBE_CHARS), begin);
  if (/(?:\]\(|^[ ]{0,3}\[[^\]\n]{1,200}\]:[ \t]*|(?:href|src)=["']?)$/m.test(before)) return "#";
  const after = input.slice(end, end + LINE_PROBE_CHARS);
  // A number, or a name, before what an item of a list says: that is whole without it.
  if (STARTS_ITEM.test(before) && BEFORE_SENTENCE.test(after)) return REFERENCE;
  const isAlone = /(?:^|\n)[ \t>]*$/.test(before) && /^[ \t]*(?:\n|$)/.test(after);
  const isPaired = new RegExp(`\\{%-?\\s{0,9}end_?${name}\\b`).test(input.slice(end));
  return isAlone || isPaired ? "" : UNKNOWN_VALUE;
}

const LINE_PROBE_CHARS = 300;
/** Stands before the text of an item of a list until it goes with what parts it from the text. */
const REFERENCE = "\uFDDC";
const STARTS_ITEM =
  /(?:^|\n)[ \t>]*(?:[-*+]|\d{1,3}[.)])[ \t]+(?:\{%[^%\n]{1,100}%\}(?:[\s,/&]|and){0,9}){0,9}$/;
const BEFORE_SENTENCE =
  /^(?:(?:[\s,/&]|and){0,9}\{%[^%\n]{1,100}%\}){0,9}[ \t:–—-]{0,9}(?:\n[ \t]{1,9})?[\p{Lu}`*_["']/u;

type TagClass = (typeof liquidTags)[string];

export interface TagContext {
  context: DialectContext;
  includes: IncludeState;
  /** Folders that `include` looks in, from the root with a leading slash. */
  includeFolders: readonly string[];
  /** Extensions that the name of an included file may go without. */
  includeEndings: readonly string[];
  /** Whether an included file names its parameters as they are given, not below `include`. */
  hasBareParameters: boolean;
  /** Makes an included text ready, as it was done with the page. */
  prepare: (text: string) => string;
}

/** A page that goes through more is no page. */
const MAX_ROUNDS = 20_000;
const MAX_TEXT_CHARS = 4_000_000;

const STATE = "includes";

export function jekyllTags(input: TagContext): Record<string, TagClass> {
  const { context } = input;
  let rounds = 0;

  class CarefulFor extends ForTag {
    override *render(ctx: Context, emitter: Emitter): Generator<unknown, void | string, Template[]> {
      const collection: unknown = yield evalToken(this.collection, ctx);
      if (isUnknown(collection) || collection instanceof PossibleValue) {
        const words = this.templates.map((template) =>
          template.token.kind === TokenKind.HTML ? template.token.getText() : "",
        );
        context.drop("unknown-value", words.join(" "));
        return;
      }
      rounds += sizeOf(collection);
      const length = (emitter as { buffer?: string }).buffer?.length ?? 0;
      if (rounds > MAX_ROUNDS || length > MAX_TEXT_CHARS) throw new Error("the template makes too much text");
      yield* super.render(ctx, emitter);
    }
  }

  class LiteralRaw extends RawTag {
    override render(): string {
      return literalBraces(String(super.render()));
    }
  }

  class Include extends Tag {
    readonly #written: string;

    constructor(token: TagToken, remainTokens: TopLevelToken[], liquid: Liquid) {
      super(token, remainTokens, liquid);
      this.#written = token.args.trim();
    }

    *render(ctx: Context, emitter: Emitter): Generator<unknown, void, unknown> {
      const [, file = "", rest = ""] =
        /^("[^"]*"|'[^']*'|(?:\{\{[^{}]*\}\}|[^\s{}])+)([^]*)$/.exec(this.#written) ?? [];
      const name = (
        (yield this.liquid._parseAndRender(file.replace(/^["']|["']$/g, ""), ctx, { sync: true })) as string
      ).trim();
      const state = ctx.getRegister<IncludeState | undefined>(STATE, undefined) ?? input.includes;
      const paths =
        this.name === "include_relative"
          ? [name]
          : input.includeFolders.flatMap((folder) =>
              ["", ...input.includeEndings].map((ending) => `${folder}/${name}${ending}`),
            );
      const included = readIncluded(paths, state);
      if (included === undefined) {
        const title = visibleTitle(rest);
        if (title === "") context.drop("include-missing", "");
        emitter.write(title === "" ? MISSING_CONTENT : title);
        return;
      }
      const parameters: Record<string, unknown> = {};
      for (const match of rest.matchAll(/([\w-]+)\s*[=:]\s*("[^"]*"|'[^']*'|[\w.[\]"'-]+)/g)) {
        const [, key = "", value = ""] = match;
        parameters[key] = yield new Value(value, this.liquid).value(ctx, true);
      }
      const templates = this.liquid.parse(input.prepare(included.text));
      ctx.setRegister(STATE, included.inner);
      ctx.push(input.hasBareParameters ? parameters : { include: parameters });
      try {
        yield this.liquid.renderer.renderTemplates(templates, ctx, emitter);
      } finally {
        ctx.pop();
        ctx.setRegister(STATE, state);
      }
    }
  }

  /** Of a plug-in: what it shows of itself. What stands between it and its end stays. */
  class Plugin extends Tag {
    readonly #text: string;

    constructor(token: TagToken, remainTokens: TopLevelToken[], liquid: Liquid) {
      super(token, remainTokens, liquid);
      this.#text = pluginText(token);
    }

    override render(): string {
      return this.#text;
    }
  }

  /** Of a page: where it lies is known when the site is built. */
  class PageLink extends Tag {
    override render(): string {
      return "#";
    }
  }

  const own: Record<string, TagClass> = {
    for: CarefulFor,
    raw: LiteralRaw,
    include: Include,
    include_relative: Include,
    include_cached: Include,
    link: PageLink,
    post_url: PageLink,
  };
  return new Proxy<Record<string, TagClass>>(Object.create(null) as never, {
    get: (_, key) => {
      const name = String(key);
      if (Object.hasOwn(own, name)) return own[name];
      // Those are of other programs, and so may be a plug-in's.
      const isLiquids = Object.hasOwn(liquidTags, name) && !/^(?:layout|block|render)$/.test(name);
      return isLiquids ? liquidTags[name] : Plugin;
    },
  });
}

function sizeOf(collection: unknown): number {
  if (Array.isArray(collection)) return collection.length;
  return typeof collection === "object" && collection !== null ? Object.keys(collection).length : 1;
}
