/**
 * Renders a growing markdown answer into an element.
 *
 * Finished top-level blocks keep their DOM and are never parsed again; only the open tail is. So a delta
 * costs the same at the end of a long answer as at its beginning. The last two blocks count as open, since
 * the next line may still join them (a list goes on after a blank line). In the tail whatever is not yet certain to be
 * text is held back, and what has opened is closed, so that no beginning of an answer shows markup. The final update
 * parses the whole text once and replaces only blocks that came out differently, so that what stays is exactly what a
 * single parse of the whole answer shows.
 */
import type { Source } from "../../core/protocol.ts";
import { safeUrl } from "../safe-url.ts";
import type { AnswerLabels } from "./answer-labels.ts";
import { buildBlock, buildPlainText, type BlockContext } from "./build-blocks.ts";
import { cleanText } from "./clean-text.ts";
import { lexMarkdown, type LinkDefinitions, type Token } from "./markdown-lexer.ts";
import { patchNode } from "./patch-nodes.ts";
import { sanitizeNodes } from "./sanitize-nodes.ts";
import { withoutUndecidedLine } from "./undecided-line.ts";

export type { AnswerLabels };

/** Blocks at the end that the next delta may still change. */
const OPEN_BLOCKS = 2;

/**
 * Blocks that stand in one wrapper. A browser that lays out a box visits each of its children, changed or not:
 * in groups, a frame of a long answer visits the groups and the blocks of the last one.
 */
const GROUP_BLOCKS = 32;

/** A single block longer than this is no prose: parsing it on each delta would stall the page. */
const MAX_BLOCK_CHARS = 32 * 1024;

/** What stands before a new piece decides about its first characters: the parts of an emoji, the end of a line. */
const SEAM_CHARS = 4;

/** Longer answers are cut: ten times what a model writes. */
const MAX_ANSWER_CHARS = 512 * 1024;

export interface AnswerRenderer {
  /**
   * Shows `text`, all of the answer so far.
   * @param sources what `[n]` and links may lead to.
   * @param options.final true when the answer is complete. Until then, and where it was stopped or broke off, what
   * its end has begun is held back or closed: no markup is ever seen.
   */
  update(text: string, sources: readonly Source[], options: { final: boolean }): void;
}

interface Block {
  raw: string;
  node: HTMLElement;
}

export interface AnswerRendererOptions {
  labels: AnswerLabels;
}

/** Creates a renderer that owns the children of `container`. */
export function createAnswerRenderer(
  container: HTMLElement,
  { labels }: AnswerRendererOptions,
): AnswerRenderer {
  /** The text as it came. */
  let received = "";
  let shownSources: readonly Source[] = [];
  let context: BlockContext = contextOf([], labels);
  /** Blocks in the page; those from `openFrom` on belong to `tail`, the end of the text as it is shown. */
  let blocks: Block[] = [];
  let openFrom = 0;
  let tail = "";
  let definitions: LinkDefinitions = {};

  /** The text has changed further up: what comes out as before stays in the page. */
  function reopen(): void {
    openFrom = 0;
    received = tail = "";
    definitions = {};
  }

  function reset(): void {
    blocks = [];
    container.replaceChildren();
    reopen();
  }

  function build(token: Token): HTMLElement | undefined {
    const block =
      token.raw.length > MAX_BLOCK_CHARS && token.type !== "code"
        ? buildPlainText(token.raw)
        : buildBlock(token, context);
    if (block) sanitizeNodes(block);
    return block;
  }

  /** Puts built blocks in the place of those from `from` on. */
  function place(next: Block[], from: number): void {
    next.forEach((block, index) => {
      const current = blocks[from + index];
      if (current) {
        if (current.node !== block.node) block.node = patchNode(current.node, block.node) as HTMLElement;
      } else append(block.node, from + index);
    });
    for (const surplus of blocks.splice(from + next.length)) surplus.node.remove();
    while (container.lastChild && !container.lastChild.hasChildNodes()) container.lastChild.remove();
    blocks.splice(from, next.length, ...next);
  }

  /** A block comes into its group at once and stays there: moving it later would lose selection and scroll. */
  function append(node: HTMLElement, index: number): void {
    if (index % GROUP_BLOCKS === 0) container.append(document.createElement("div"));
    container.lastChild!.appendChild(node);
  }

  function renderTail(): void {
    const tokens = lexSafely(withoutUndecidedLine(tail), definitions, true);
    const next: Block[] = [];
    const offsets: number[] = [];
    let offset = 0;
    for (const token of tokens) {
      const known = blocks[openFrom + next.length];
      const isLast = token === tokens.at(-1);
      const node = !isLast && known?.raw === token.raw ? known.node : build(token);
      if (node) {
        // What is held back from the last block, or closed in it, may stay as it is when another begins.
        next.push({ raw: isLast ? "" : token.raw, node });
        offsets.push(offset);
      }
      offset += token.raw.length;
    }
    place(next, openFrom);
    const closed = next.length - OPEN_BLOCKS;
    if (closed > 0) {
      openFrom += closed;
      tail = tail.slice(offsets[closed]);
    }
  }

  function renderWhole(text: string): void {
    definitions = {};
    const tokens = lexSafely(text, definitions, false);
    const next: Block[] = [];
    for (const token of tokens) {
      const known = blocks[next.length];
      // Brackets were shown without their signs as long as a definition could make links of them.
      const same = known?.raw === token.raw && !/\[(?!\d{1,3}\])/.test(token.raw);
      const node = same ? known.node : build(token);
      if (node) next.push({ raw: token.raw, node });
    }
    place(next, 0);
  }

  return {
    update(text, sources, { final }) {
      // Half a character at the end waits for its other half.
      const cut = text.slice(0, MAX_ANSWER_CHARS).replace(/[\ud800-\udbff]$/, "");
      // Citations in blocks that are closed already would keep pointing to the old sources.
      if (sources !== shownSources) reset();
      else if (!cut.startsWith(received)) reopen();
      if (sources !== shownSources) context = contextOf(sources, labels);
      shownSources = sources;
      // Only what is new is cleaned, or a delta would cost more the longer the answer is.
      const seam = received.slice(-SEAM_CHARS);
      tail += cleanText(seam + cut.slice(received.length)).slice(cleanText(seam).length);
      received = cut;
      if (final) renderWhole(cleanText(cut));
      else renderTail();
    },
  };
}

/** What the lexer cannot take (5,000 nested quotes exhaust the stack) is shown as it was written. */
function lexSafely(text: string, definitions: LinkDefinitions, isOpen: boolean): Token[] {
  try {
    return lexMarkdown(text, definitions, isOpen);
  } catch {
    return [{ type: "plain", raw: text } as Token];
  }
}

function contextOf(sources: readonly Source[], labels: AnswerLabels): BlockContext {
  const urls = sources.map(({ url }) => safeUrl(url)).filter((url) => url !== undefined);
  return {
    sources: new Map(sources.map((source) => [source.position, source])),
    sourceUrls: new Set(urls),
    labels,
  };
}
