/** The Markdown of an answer as HTML: its blocks and emphasis, never its HTML, nothing that is loaded. */
import type { Nodes, Table } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { html, type Html } from "../html-escape.ts";
import { addressHtml } from "../html-page.ts";

const parser = unified().use(remarkParse).use(remarkGfm).freeze();

export function answerHtml(markdown: string): Html {
  return nodeHtml(parser.parse(markdown));
}

function nodeHtml(node: Nodes): Html {
  switch (node.type) {
    case "text":
      return html`${node.value}`;
    case "paragraph":
      return html`<p>${childrenHtml(node)}</p>`;
    case "heading":
      // A heading of the answer is none of the page.
      return html`<p><strong>${childrenHtml(node)}</strong></p>`;
    case "strong":
      return html`<strong>${childrenHtml(node)}</strong>`;
    case "emphasis":
      return html`<em>${childrenHtml(node)}</em>`;
    case "delete":
      return html`<del>${childrenHtml(node)}</del>`;
    case "inlineCode":
      return html`<code>${node.value}</code>`;
    case "code":
      return { html: `<pre>${html`${node.value}`.html}</pre>` };
    case "blockquote":
      return html`<blockquote>${childrenHtml(node)}</blockquote>`;
    case "list":
      return node.ordered === true
        ? html`<ol start="${node.start ?? 1}">
            ${childrenHtml(node)}
          </ol>`
        : html`<ul>
            ${childrenHtml(node)}
          </ul>`;
    case "listItem":
      return html`<li>${childrenHtml(node)}</li>`;
    case "table":
      return tableHtml(node);
    case "break":
      return html`<br />`;
    case "thematicBreak":
      return html`<hr />`;
    case "link":
      return html`${childrenHtml(node)} (${addressHtml(node.url)})`;
    case "image":
      return html`[${node.alt ?? ""}]`;
    case "html":
      return html`${node.value}`;
    default:
      return childrenHtml(node);
  }
}

function childrenHtml(node: Nodes): Html {
  return "children" in node ? html`${node.children.map(nodeHtml)}` : html``;
}

function tableHtml({ children: [head, ...rows] }: Table): Html {
  return html`<div class="scroll">
    <table>
      <thead>
        <tr>
          ${head?.children.map((cell) => html`<th scope="col">${childrenHtml(cell)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.children.map((cell) => html`<td>${childrenHtml(cell)}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
