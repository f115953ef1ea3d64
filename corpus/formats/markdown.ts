import { splitFrontMatter } from "../parse/front-matter.ts";
import { readOutline } from "../parse/outline.ts";
import { looksLikeMdx, parseMarkdown, parseMdx } from "../parse/parse-markdown.ts";
import { createSlugger } from "../generators/site.ts";
import type { DocumentProblem } from "./document.ts";
import type { DocumentResult, FormatInput, FormatReader } from "./format-reader.ts";

export const markdownReader: FormatReader = {
  name: "Markdown",
  extensions: [".md", ".markdown", ".mdx"],
  mediaTypes: ["text/markdown"],
  read: (input) => [readMarkdown(input)],
};

export function readMarkdown({ text, path, site }: FormatInput): DocumentResult {
  const { frontMatter, fields, hasFrontMatter, body, problem } = splitFrontMatter(text);
  const problems: DocumentProblem[] = [];
  if (problem !== undefined) problems.push({ kind: "invalid-front-matter", detail: problem });
  if (frontMatter.draft) return { skipped: "draft", problems };
  const isMdx = /\.mdx$/i.test(path) || looksLikeMdx(body);
  const parsed = isMdx ? parseMdx(body) : parseMarkdown(body);
  if (parsed.problem !== undefined) problems.push({ kind: "invalid-mdx", detail: parsed.problem });
  const { title, description, language, date } = frontMatter;
  return {
    ...readOutline(parsed.root, { source: parsed.source, slugger: createSlugger(site) }),
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    ...(language !== undefined && { language }),
    ...(date !== undefined && { date }),
    fields,
    hasFrontMatter,
    dropped: [],
    problems,
  };
}
