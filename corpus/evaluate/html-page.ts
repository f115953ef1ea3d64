/**
 * The frame of every page that an evaluation writes: it loads nothing, runs nothing but its own script, whose hash its
 * policy names, and asks search engines to stay away.
 */
import { createHash } from "node:crypto";
import { html, type Html } from "./html-escape.ts";

export interface PageParts {
  title: string;
  style: string;
  script: string;
  main: Html;
  /** For the script; stands in the page as JSON. */
  data?: unknown;
}

export function renderPage({ title, style, script, main, data }: PageParts): string {
  const policy = `default-src 'none'; style-src '${hashOf(style)}'; script-src '${hashOf(script)}'; base-uri 'none'; form-action 'none'`;
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        ${element("style", style)}
      </head>
      <body>
        <main>${main}</main>
        ${data === undefined ? undefined : dataElement(data)} ${element("script", script)}
      </body>
    </html> `;
  return page.html;
}

/** With nothing around its text: the policy names a hash of exactly this. */
function element(name: "style" | "script", text: string): Html {
  return { html: `<${name}>${text}</${name}>` };
}

/** No text in it can end the element. */
function dataElement(data: unknown): Html {
  const json = JSON.stringify(data).replaceAll("<", "\\u003c");
  return { html: `<script type="application/json" id="data">${json}</script>` };
}

function hashOf(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

/**
 * A link where it leads somewhere from a file on a disk; else the address as text.
 *
 * @param shown what is read of it.
 */
export function addressHtml(url: string, shown = url): Html {
  return /^https?:\/\//.test(url)
    ? html`<a href="${url}" rel="noreferrer">${shown}</a>`
    : html`<span class="dim">${shown}</span>`;
}
