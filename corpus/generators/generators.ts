import { antora } from "./antora.ts";
import type { Generator } from "./generator.ts";
import type { GeneratorName } from "./generator-names.ts";
import { hugo } from "./hugo/hugo.ts";
import { jekyll } from "./jekyll/jekyll.ts";
import { mdbook } from "./mdbook.ts";
import { mkdocs } from "./mkdocs/mkdocs.ts";
import { plain } from "./plain.ts";
import { sphinx } from "./sphinx/sphinx.ts";
import { vitepress } from "./vitepress.ts";

/** In the order in which they are asked whether a folder is theirs. */
const GENERATORS: readonly Generator[] = [
  antora,
  vitepress,
  hugo,
  mkdocs,
  mdbook,
  sphinx,
  jekyll,
  plain,
] as Generator[];

export function generatorOf(name: GeneratorName): Generator {
  return GENERATORS.find((generator) => generator.name === name) ?? plain;
}

export function configuredGenerators(): readonly Generator[] {
  return GENERATORS.filter((generator) => generator !== plain);
}
