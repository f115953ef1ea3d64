import { antora } from "./antora.ts";
import type { Generator } from "./generator.ts";
import type { GeneratorName } from "./generator-names.ts";
import { hugo } from "./hugo/hugo.ts";
import { jekyll } from "./jekyll/jekyll.ts";
import { mdbook } from "./mdbook.ts";
import { middleman } from "./middleman/middleman.ts";
import { mkdocs } from "./mkdocs/mkdocs.ts";
import { astro, starlight } from "./astro/astro.ts";
import { docfx } from "./docfx.ts";
import { docusaurus } from "./docusaurus/docusaurus.ts";
import { eleventy } from "./eleventy/eleventy.ts";
import { fumadocs } from "./fumadocs.ts";
import { gitbook } from "./gitbook.ts";
import { hexo } from "./hexo.ts";
import { honkit } from "./honkit.ts";
import { next } from "./next.ts";
import { nextra } from "./nextra/nextra.ts";
import { nuxt } from "./nuxt.ts";
import { plain } from "./plain.ts";
import { sphinx } from "./sphinx/sphinx.ts";
import { vitepress } from "./vitepress.ts";

/** In the order in which they are asked whether a folder is theirs. */
const GENERATORS: readonly Generator[] = [
  antora,
  docusaurus,
  vitepress,
  starlight,
  astro,
  nextra,
  fumadocs,
  next,
  nuxt,
  eleventy,
  hugo,
  mkdocs,
  mdbook,
  sphinx,
  docfx,
  hexo,
  middleman,
  jekyll,
  honkit,
  gitbook,
  plain,
] as Generator[];

export function generatorOf(name: GeneratorName): Generator {
  return GENERATORS.find((generator) => generator.name === name) ?? plain;
}

export function configuredGenerators(): readonly Generator[] {
  return GENERATORS.filter((generator) => generator !== plain);
}
