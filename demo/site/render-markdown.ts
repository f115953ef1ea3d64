import type { Element, Root as HtmlRoot } from "hast";
import type { Root } from "mdast";
import GithubSlugger from "github-slugger";
import { toString } from "mdast-util-to-string";
import rehypeStringify from "rehype-stringify";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import { SiteError } from "./site-error.ts";

export interface Heading {
  depth: number;
  text: string;
  /** Anchor: github-slugger over the plain text, unique in the page, as the corpus makes it. */
  slug: string;
}

export interface RenderedPage {
  html: string;
  headings: Heading[];
  /** Targets of links as they are written. */
  links: string[];
  /** Words of running text, code blocks and tables included. */
  wordCount: number;
}

/** A table or a code block scrolls inside itself; the wrapper is what the keyboard scrolls. */
function scrollBox(className: string, label: string, children: Element[]): Element {
  return {
    type: "element",
    tagName: "div",
    properties: { className: [className], tabIndex: 0, role: "group", ariaLabel: label },
    children,
  };
}

function codeBlock(pre: Element): Element {
  const code = pre.children.find((child): child is Element => child.type === "element");
  const classNames = Array.isArray(code?.properties["className"]) ? code.properties["className"] : [];
  const language = String(classNames[0] ?? "").replace("language-", "");
  const label: Element = {
    type: "element",
    tagName: "span",
    properties: { className: ["code-language"] },
    children: [{ type: "text", value: language }],
  };
  return {
    type: "element",
    tagName: "div",
    properties: { className: ["code"] },
    children: [
      { type: "element", tagName: "div", properties: { className: ["code-bar"] }, children: [label] },
      {
        ...pre,
        properties: {
          ...pre.properties,
          tabIndex: 0,
          role: "group",
          ariaLabel: language === "" ? "Code" : `Code: ${language}`,
        },
      },
    ],
  };
}

/** Wraps tables and code, and gives each heading a link to itself. */
function decorate() {
  return (tree: HtmlRoot): void => {
    visit(tree, "element", (node, index, parent) => {
      if (!parent || index === undefined) return undefined;
      if (node.tagName === "table") {
        parent.children[index] = scrollBox("table-scroll", "Table", [node]);
        return index + 1;
      }
      if (node.tagName === "pre") {
        parent.children[index] = codeBlock(node);
        return index + 1;
      }
      if (/^h[2-4]$/.test(node.tagName)) {
        node.children.push({
          type: "element",
          tagName: "a",
          properties: {
            className: ["heading-anchor"],
            href: `#${String(node.properties["id"])}`,
            ariaLabel: "Link to this section",
          },
          children: [{ type: "text", value: "#" }],
        });
      }
      return undefined;
    });
  };
}

const parser = unified().use(remarkParse).use(remarkGfm);
const renderer = unified().use(remarkRehype).use(decorate).use(rehypeStringify);

/**
 * Renders one page.
 *
 * @throws SiteError that names the line where a page holds raw HTML, an image without a text, or a heading of
 *   the first level (the title comes from the front matter).
 */
export async function renderMarkdown(file: string, markdown: string): Promise<RenderedPage> {
  const tree = parser.parse(markdown) as Root;
  const slugger = new GithubSlugger();
  const headings: Heading[] = [];
  const links: string[] = [];
  const problems: string[] = [];
  let text = "";
  visit(tree, (node) => {
    const where = `${file}: line ${node.position?.start.line ?? 0} after the front matter`;
    if (node.type === "heading") {
      if (node.depth === 1)
        problems.push(`${where}: a page has no # heading; its title is in the front matter`);
      const headingText = toString(node);
      const slug = slugger.slug(headingText);
      headings.push({ depth: node.depth, text: headingText, slug });
      node.data = { ...node.data, hProperties: { id: slug } };
    } else if (node.type === "link" || node.type === "definition") {
      links.push(node.url);
    } else if (node.type === "html" && !node.value.startsWith("<!--")) {
      problems.push(`${where}: raw HTML is not rendered; write it as code or as Markdown`);
    } else if (node.type === "text" || node.type === "inlineCode" || node.type === "code") {
      text += ` ${node.value}`;
    }
  });
  if (problems.length > 0) throw new SiteError(problems);
  const html = renderer.stringify(await renderer.run(tree));
  return { html, headings, links, wordCount: text.split(/\s+/).filter(Boolean).length };
}
