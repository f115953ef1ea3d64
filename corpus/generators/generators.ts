import { antora } from "./antora.ts";
import type { Generator } from "./generator.ts";
import type { GeneratorName } from "./generator-names.ts";
import { plain } from "./plain.ts";
import { vitepress } from "./vitepress.ts";

/** In the order in which they are asked whether a folder is theirs. */
const GENERATORS: readonly Generator[] = [antora as Generator, vitepress as Generator, plain];

export function generatorOf(name: GeneratorName): Generator {
  return GENERATORS.find((generator) => generator.name === name) ?? plain;
}

export function configuredGenerators(): readonly Generator[] {
  return GENERATORS.filter((generator) => generator !== plain);
}
