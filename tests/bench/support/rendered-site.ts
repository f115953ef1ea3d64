/** Pages of HTML as generators of documentation render them: a menu, breadcrumbs, the page, and links to others. */
import { createRandom, pick } from "../../support/seeded-random.ts";

const SEED = 2_000;
const SECTIONS = 40;
const WORDS =
  "account address answer archive balance browser button cache certificate change channel client cluster column command connection content cookie counter country customer database default delivery device document domain download editor endpoint error event export feature field file filter folder format function gateway group header history image import index input invoice item key label language layout library license limit link list log login machine manager member memory message method migration mode module network number object option order output owner package page panel parameter password path payment permission plan policy port price process product profile project property provider query queue reader record region release report request resource response restore retry role rule sample schedule schema script search secret section server service session setting shop signature site source stage status storage stream string switch table tag task template tenant test text theme ticket time token tool trigger type unit update upload user value version view volume warning webhook widget window worker zone".split(
    " ",
  );
const VERBS =
  "adds allows changes checks copies creates deletes keeps lists moves opens reads removes sends shows starts stops stores updates writes".split(
    " ",
  );

export interface RenderedPage {
  path: string;
  html: string;
}

/** The same pages for the same count. About 20 KB each, a third of it text. */
export function renderedSite(count: number): RenderedPage[] {
  const random = createRandom(SEED);
  const paths = Array.from(
    { length: count },
    (_, index) => `/${pick(WORDS, random)}-${index % SECTIONS}/${pick(WORDS, random)}-${index}/`,
  );
  paths[0] = "/";
  const sentence = (): string => {
    const words = Array.from({ length: 8 + Math.floor(random() * 10) }, () => pick(WORDS, random));
    return `The ${words[0]} ${pick(VERBS, random)} the ${words.slice(1).join(" ")}.`;
  };
  const paragraph = (): string =>
    `<p>${sentence()} <code>${pick(WORDS, random)}</code> ${sentence()} ${sentence()}</p>`;
  return paths.map((path, index) => {
    const title = `${pick(WORDS, random)} ${pick(WORDS, random)} ${index}`;
    const menu = Array.from({ length: 60 }, (_, offset) => paths[(index + offset * 31) % count] ?? "/")
      .map(
        (target) =>
          `<li class="menu-item"><a class="menu-link" href="${target}">${target.replace(/[/-]/g, " ").trim()}</a></li>`,
      )
      .join("");
    const sections = Array.from({ length: 6 }, (_, number) => {
      const heading = `${pick(WORDS, random)} ${pick(WORDS, random)}`;
      const id = `${heading.replace(" ", "-")}-${number}`;
      const items = Array.from({ length: 4 }, () => `<li>${sentence()}</li>`).join("");
      const code = Array.from(
        { length: 6 },
        () =>
          `<span class="token">${pick(WORDS, random)}</span>(<span class="string">"${pick(WORDS, random)}"</span>);`,
      );
      return `<h2 id="${id}">${heading}<a class="hash-link" href="#${id}">#</a></h2>${paragraph()}${paragraph()}<ul>${items}</ul><pre><code class="language-js">${code.join("\n")}</code></pre>`;
    }).join("");
    const head = `<meta charset="utf-8"><title>${title} | Product</title><meta name="description" content="${sentence()}">`;
    const html = `<!doctype html><html lang="en"><head>${head}</head><body><header><a href="/">Product</a></header><nav><ul>${menu}</ul></nav><main><article><h1>${title}</h1>${paragraph()}${sections}</article></main><footer>${sentence()}</footer></body></html>`;
    return { path, html };
  });
}
