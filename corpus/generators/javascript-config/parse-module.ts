/** JavaScript and TypeScript of configuration files, parsed and never run. */
import type { parse, parseExpression } from "@babel/parser";
import { lazyRequire } from "../../lazy-require.ts";

const library = lazyRequire<typeof import("@babel/parser")>(import.meta.url, "@babel/parser");

export type Program = ReturnType<typeof parse>["program"];
export type Statement = Program["body"][number];
export type Expression = ReturnType<typeof parseExpression>;

/** @throws SyntaxError where it is no program. */
export function parseModule(source: string): Program {
  const { program } = library().parse(source, {
    sourceType: "unambiguous",
    allowReturnOutsideFunction: true,
    allowAwaitOutsideFunction: true,
    errorRecovery: true,
    plugins: ["typescript", ...(/<\/?[A-Za-z>]/.test(source) ? (["jsx"] as const) : [])],
  });
  return program;
}

/** What a program takes from files beside it: `import … from "./x"`, `export … from "./x"`, `require("./x")`. */
export function relativeImports(source: string): string[] {
  const found = source.matchAll(
    /(?:\bfrom\s{0,9}|\bimport\s{0,9}\(?\s{0,9}|\brequire\s{0,9}\(\s{0,9})["'](\.{1,2}\/[^"'\n]{1,300})["']/g,
  );
  return [...new Set([...found].map((match) => match[1] ?? ""))];
}
