/** How the widget is built: `vite build --mode chunks`, then `vite build --mode loader`. */
import { createHash } from "node:crypto";
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin, UserConfig } from "vite";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const { version } = JSON.parse(readFileSync(`${ROOT}package.json`, "utf8")) as { version: string };

/** Where the Worker serves static assets from. */
export const PUBLIC_FOLDER = `${ROOT}dist/public`;
/** Files here never change once they are published. */
export const VERSION_FOLDER = `${PUBLIC_FOLDER}/v/${version}`;

/** Browsers with `light-dark()`, relative colours and `@starting-style`: from spring 2024 on. */
const TARGET = ["chrome123", "firefox128", "safari17.5"];

/** The part of the Vite configuration for a build mode; undefined for every other mode. */
export function widgetBuild(mode: string): UserConfig | undefined {
  const output = { minify: true, comments: false } as const;
  if (mode === "chunks") {
    return {
      publicDir: false,
      plugins: [
        versionInnerNames(),
        collapseTemplates(),
        litWithoutPolicy(),
        litWithoutStyles(),
        markedLexerOnly(),
        purifyWithoutDefaults(),
      ],
      build: {
        outDir: VERSION_FOLDER,
        emptyOutDir: true,
        target: TARGET,
        cssTarget: TARGET,
        modulePreload: false,
        sourcemap: false,
        reportCompressedSize: false,
        lib: { entry: { panel: `${ROOT}widget/main.ts` }, formats: ["es"] },
        rolldownOptions: {
          // Lets the files that come later take what they share with the panel from the panel itself.
          preserveEntrySignatures: "allow-extension",
          output: {
            ...output,
            entryFileNames: "[name].js",
            chunkFileNames: ({ facadeModuleId }) => {
              const [, folder = "", file = "shared"] =
                /\/widget\/(?:(\w+)\/)?([\w-]+)\.ts$/.exec(facadeModuleId ?? "") ?? [];
              return `${file === "main" ? folder : file}.js`;
            },
          },
        },
      },
    };
  }
  if (mode === "loader") {
    return {
      publicDir: false,
      plugins: [copyAndHash()],
      build: {
        outDir: PUBLIC_FOLDER,
        emptyOutDir: false,
        target: TARGET,
        cssTarget: TARGET,
        modulePreload: false,
        sourcemap: false,
        reportCompressedSize: false,
        lib: { entry: `${ROOT}widget/loader/main.ts`, formats: ["iife"], name: "assistantChatLoader" },
        rolldownOptions: { output: { ...output, entryFileNames: "assistant-chat.js" } },
      },
    };
  }
  return undefined;
}

/** Inner elements carry the version in their names, so that two versions of the panel can share a page. */
function versionInnerNames(): Plugin {
  const prefix = `acx-${version.replace(/[^a-z0-9]+/g, "-")}-`;
  return {
    name: "assistant-chat:version-inner-names",
    enforce: "pre",
    transform(code, id) {
      if (!id.startsWith(`${ROOT}widget/`) || !code.includes("acx-")) return undefined;
      return { code: code.replace(/\bacx-/g, prefix), map: null };
    },
  };
}

/**
 * Lit asks for a Trusted Types policy when it is loaded, and throws where the page does not list that policy.
 * Our copy asks for none and parses its templates itself (see `parse-template.ts`).
 */
function litWithoutPolicy(): Plugin {
  const replaceOnce = (code: string, pattern: RegExp, replacement: string): string => {
    if (code.split(pattern).length - 1 !== 1) {
      throw new Error(
        `lit-html has changed: ${pattern.source} was not found exactly once. Adapt widget/build.`,
      );
    }
    return code.replace(pattern, replacement);
  };
  return {
    name: "assistant-chat:lit-without-policy",
    enforce: "pre",
    transform(code, id) {
      if (!id.endsWith("/lit-html/lit-html.js")) return undefined;
      const withoutPolicy = replaceOnce(
        code,
        /\b\w\?\w\.createPolicy\("lit-html",\{createHTML:\w=>\w\}\):void 0/,
        "void 0",
      );
      const withoutSink = replaceOnce(
        withoutPolicy,
        /return s\.innerHTML=t,s/,
        "return __fillTemplate(s,t),s",
      );
      const parser = JSON.stringify(`${ROOT}widget/build/parse-template.ts`);
      return { code: `import { fillTemplate as __fillTemplate } from ${parser};\n${withoutSink}`, map: null };
    },
  };
}

/**
 * The panel's elements have no styles of their own (see `LightElement`), so Lit's part for
 * those is dead weight. What a later Lit takes from there beside this stops the build.
 */
function litWithoutStyles(): Plugin {
  const stub = `
    export const supportsAdoptingStyleSheets = true;
    export const getCompatibleStyle = (style) => style;
    export const adoptStyles = () => {};
    export const css = getCompatibleStyle, unsafeCSS = getCompatibleStyle;
    export class CSSResult {}
  `;
  return {
    name: "assistant-chat:lit-without-styles",
    enforce: "pre",
    transform(_, id) {
      if (!id.endsWith("/@lit/reactive-element/css-tag.js")) return undefined;
      return { code: stub, map: null };
    },
  };
}

/** White space between the lines of a template is for the reader of the source alone. */
function collapseTemplates(): Plugin {
  return {
    name: "assistant-chat:collapse-templates",
    enforce: "pre",
    transform(code, id) {
      if (!/\/widget\/(?:elements|drawer)\//.test(id)) return undefined;
      return { code: code.replace(/\n\s+/g, "\n"), map: null };
    },
  };
}

/**
 * Only the lexer of marked is used, yet its module ends by making a parser with renderer and hooks, which no
 * bundler dares to leave out. Cutting that end off takes 3 KiB from what the first answer loads.
 */
function markedLexerOnly(): Plugin {
  return {
    name: "assistant-chat:marked-lexer-only",
    enforce: "pre",
    transform(code, id) {
      if (!id.endsWith("/marked/lib/marked.esm.js")) return undefined;
      const end = /;var \w+=new (\w+);function \w+\(\w,\w\)\{return \w+\.parse\(\w,\w\)\}/.exec(code);
      const names = /export\{[^}]*?(\w+) as Lexer,[^}]*?(\w+) as getDefaults,/.exec(code);
      if (!end || !names) throw new Error("marked has changed: its end was not found. Adapt widget/build.");
      return {
        code: `${code.slice(0, end.index)};export{${names[1]} as Lexer,${names[2]} as getDefaults};`,
        map: null,
      };
    },
  };
}

/**
 * DOMPurify carries the names of all HTML, SVG and MathML that it lets through by default. Our allow-list takes
 * their place on every call, so they are dead weight; empty, they can only make it stricter.
 */
function purifyWithoutDefaults(): Plugin {
  const lists =
    /const (?:html\$1|svg\$1|svgFilters|svgDisallowed|mathMl\$1|mathMlDisallowed|html|svg|mathMl|xml) = freeze\(\[[^\]]*\]\)/g;
  const expectedLists = 10;
  return {
    name: "assistant-chat:purify-without-defaults",
    enforce: "pre",
    transform(code, id) {
      if (!id.endsWith("/dompurify/dist/purify.es.mjs")) return undefined;
      let found = 0;
      const emptied = code.replace(lists, (list) => {
        found++;
        return list.replace(/\[[^\]]*\]/, "[]");
      });
      if (found !== expectedLists)
        throw new Error(`DOMPurify has changed: ${found} lists found. Adapt widget/build.`);
      return { code: emptied, map: null };
    },
  };
}

/** Copies the loader to its immutable place and writes the SRI hash of every file of the version. */
function copyAndHash(): Plugin {
  return {
    name: "assistant-chat:copy-and-hash",
    closeBundle() {
      copyFileSync(`${PUBLIC_FOLDER}/assistant-chat.js`, `${VERSION_FOLDER}/assistant-chat.js`);
      const names = readdirSync(VERSION_FOLDER).filter((name) => name.endsWith(".js"));
      const hashes = names.toSorted().map((name) => {
        const hash = createHash("sha384").update(readFileSync(`${VERSION_FOLDER}/${name}`));
        return [name, `sha384-${hash.digest("base64")}`];
      });
      writeFileSync(
        `${VERSION_FOLDER}/integrity.json`,
        `${JSON.stringify(Object.fromEntries(hashes), null, 2)}\n`,
      );
    },
  };
}
