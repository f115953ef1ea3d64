import { escapeHtml } from "./html.ts";
import { icon } from "./icons.ts";
import type { LayoutContext } from "./page-layout.ts";

/** An answer as it looks on a page, drawn with the site's own styles: it shows the product before a click. */
const EXAMPLE_ANSWER = `<figure class="example" aria-label="An example of an answer with its sources">
<p class="example-question">Does it need an API key?</p>
<p class="example-stage">Read 4 passages</p>
<p class="example-answer">No. Without a key the assistant quotes the sentences of your pages that answer the question <span class="chip">1</span>. With a key, a model writes the answer, and each marker is checked against the passages that were found <span class="chip">2</span>.</p>
<ul class="example-sources">
<li><a href="/answers/how-it-answers/"><span class="chip">1</span><span>How are answers made?<small>/answers/how-it-answers/</small></span></a></li>
<li><a href="/answers/citations/"><span class="chip">2</span><span>How are citations verified?<small>/answers/citations/</small></span></a></li>
</ul>
</figure>`;

/** Every page by group: whoever did not find a question to ask finds a page to read. */
function pageIndex({ navigation, titles }: LayoutContext): string {
  const groups = navigation.map((group) => {
    const items = group.pages
      .filter((url) => url !== "/")
      .map((url) => `<li><a href="${url}">${escapeHtml(titles.get(url) ?? url)}</a></li>`);
    return `<section><h3>${escapeHtml(group.title)}</h3><ul>${items.join("")}</ul></section>`;
  });
  return `<section class="home-index"><h2>All pages</h2><div>${groups.join("\n")}</div></section>`;
}

/** The home page: head, an example answer, questions to try, the page's Markdown, and all pages. */
export function homeContent(
  { title, description, html }: { title: string; description: string; html: string },
  context: LayoutContext,
): string {
  const questions = context.site.starters
    .map(
      (question) =>
        `<button type="button" data-ask="${escapeHtml(question)}" hidden>${escapeHtml(question)}</button>`,
    )
    .join("\n");
  return `<section class="hero">
<div class="hero-words">
<h1>${escapeHtml(title)}</h1>
<p class="lead">${escapeHtml(description)}</p>
<p class="hero-actions"><a class="primary-link" href="/guide/quick-start/">Quick start ${icon("next")}</a><a class="secondary-link" href="/playground/">Open the playground</a></p>
<div class="hero-questions">
${questions}
</div>
</div>
${EXAMPLE_ANSWER}
</section>
<div class="home-words">
${html}
</div>
${pageIndex(context)}`;
}
