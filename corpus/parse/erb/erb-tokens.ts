/** A text as the marks of ERB part it, and which of them belong together. @see `erb.rb` of Ruby */

export type ErbToken =
  | { kind: "text"; text: string }
  /** Ruby whose value is shown, or that is only run. */
  | { kind: "output" | "code"; ruby: string };

export type ErbNode =
  | { kind: "text"; text: string }
  | { kind: "output" | "code"; ruby: string }
  | { kind: "block"; isShown: boolean; branches: ErbBranch[] };

/** The first has the Ruby that opens the block, the others that of `else` and its like; white space in it is one space. */
export interface ErbBranch {
  ruby: string;
  body: ErbNode[];
}

/** Deeper than anybody nests. */
const MAX_DEPTH = 40;

/** Whether a text has marks of ERB at all. */
export function hasErb(text: string): boolean {
  return text.includes("<%");
}

/** A mark that is never closed is text, with all behind it. A line of nothing but code leaves no line. */
export function readErbTokens(source: string): ErbToken[] {
  const tokens: ErbToken[] = [];
  let text = "";
  let at = 0;
  let isLineStart = true;
  for (let open = source.indexOf("<%"); open !== -1; open = source.indexOf("<%", at)) {
    text += source.slice(at, open);
    at = open;
    if (source[open + 2] === "%") {
      text += "<%";
      at = open + 3;
      continue;
    }
    const close = source.indexOf("%>", open + 2);
    if (close === -1) break;
    const inner = source.slice(open + 2, close).replace(/-$/, "");
    at = close + 2;
    const mark = /^(?:={1,2}|-(?!\d)|#)?/.exec(inner)?.[0] ?? "";
    const ruby = inner.slice(mark.length).trim();
    const isOutput = mark.startsWith("=");
    const isAlone: boolean = isLineStart
      ? /(?:^|\n)[ \t]*$/.test(text.slice(-200))
      : /\n[ \t]*$/.test(text.slice(-200));
    const lineEnd: string | undefined =
      isOutput || !isAlone ? undefined : /^[ \t]*(?:\r?\n|$)/.exec(source.slice(at, at + 200))?.[0];
    if (lineEnd !== undefined) {
      text = text.replace(/[ \t]{1,200}$/, "");
      at += lineEnd.length;
    }
    if (text !== "") tokens.push({ kind: "text", text: text.replaceAll("%%>", "%>") });
    if (mark !== "#") tokens.push({ kind: isOutput ? "output" : "code", ruby });
    isLineStart = lineEnd !== undefined;
    text = "";
  }
  text += source.slice(at);
  if (text !== "") tokens.push({ kind: "text", text: text.replaceAll("%%>", "%>") });
  return tokens;
}

const OPENS =
  /^(?:if|unless|case|while|until|for|begin)\b(?![^]*\bend\s*$)|(?:\bdo|\{)\s*(?:\|[^|\n]{0,200}\|)?\s*$/;
const PARTS = /^(?:else|elsif|when|rescue|ensure)\b/;

/** What is never closed goes to the end; what closes nothing is dropped. */
export function readErbTree(tokens: readonly ErbToken[]): ErbNode[] {
  const root: ErbNode[] = [];
  const open: { block: ErbNode & { kind: "block" }; body: ErbNode[] }[] = [];
  let tooDeep = 0;
  for (const token of tokens) {
    const body = open.at(-1)?.body ?? root;
    if (token.kind === "text") {
      body.push(token);
      continue;
    }
    const ruby = token.ruby.replace(/\s+/g, " ");
    if (OPENS.test(ruby)) {
      if (open.length >= MAX_DEPTH) {
        tooDeep++;
        continue;
      }
      const branch: ErbBranch = { ruby, body: [] };
      const block = { kind: "block" as const, isShown: token.kind === "output", branches: [branch] };
      body.push(block);
      open.push({ block, body: branch.body });
    } else if (token.kind === "code" && /^(?:end\b|\})/.test(ruby)) {
      if (tooDeep > 0) tooDeep--;
      else open.pop();
    } else if (token.kind === "code" && PARTS.test(ruby)) {
      const around = open.at(-1);
      if (around === undefined || tooDeep > 0) continue;
      const branch: ErbBranch = { ruby, body: [] };
      around.block.branches.push(branch);
      around.body = branch.body;
    } else body.push(token);
  }
  return root;
}
