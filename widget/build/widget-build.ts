/** How the widget is built: `vite build --mode chunks`, then `--mode extras`, then `--mode loader`. */
import { createHash } from "node:crypto";
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { minify } from "terser";
import type { Plugin, UserConfig } from "vite";
import { markedAsUsed } from "./marked-as-used.ts";
import { litWithoutPolicy, litWithoutStyles, purifyAsUsed } from "./third-party-cuts.ts";
import { shortenInnerProperties } from "./shorten-inner-properties.ts";

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
        shortenInnerProperties(),
        collapseTemplates(),
        litWithoutPolicy(),
        litWithoutStyles(),
        markedAsUsed(),
        purifyAsUsed(),
        squeeze({ module: true }),
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
  if (mode === "extras") {
    // Apart from the panel, since it is loaded without it: what both need is small, and in both.
    return {
      publicDir: false,
      plugins: [versionInnerNames(), shortenInnerProperties(), squeeze({ module: true })],
      build: {
        outDir: VERSION_FOLDER,
        emptyOutDir: false,
        target: TARGET,
        cssTarget: TARGET,
        modulePreload: false,
        sourcemap: false,
        reportCompressedSize: false,
        lib: { entry: { "launcher-extras": `${ROOT}widget/extras/main.ts` }, formats: ["es"] },
        rolldownOptions: { output: { ...output, entryFileNames: "[name].js" } },
      },
    };
  }
  if (mode === "loader") {
    return {
      publicDir: false,
      plugins: [shortenInnerProperties(), squeeze({ module: false }), copyAndHash()],
      build: {
        outDir: PUBLIC_FOLDER,
        emptyOutDir: false,
        target: TARGET,
        cssTarget: TARGET,
        modulePreload: false,
        sourcemap: false,
        reportCompressedSize: false,
        // The script is left to the second minifier alone, which does better on what nothing has touched before.
        cssMinify: true,
        lib: { entry: `${ROOT}widget/loader/main.ts`, formats: ["iife"], name: "assistantChatLoader" },
        rolldownOptions: { output: { ...output, minify: false, entryFileNames: "assistant-chat.js" } },
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

/** White space between the lines of a template is for the reader of the source alone. */
function collapseTemplates(): Plugin {
  return {
    name: "assistant-chat:collapse-templates",
    enforce: "pre",
    transform(code, id) {
      if (!/\/widget\/(?:elements|drawer|conversation|feedback)\//.test(id)) return undefined;
      return { code: code.replace(/\n\s+/g, "\n"), map: null };
    },
  };
}

/** A second, slower minifier finds some two percent that the bundler leaves. */
function squeeze({ module }: { module: boolean }): Plugin {
  return {
    name: "assistant-chat:squeeze",
    generateBundle: {
      order: "post",
      async handler(_, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type !== "chunk") continue;
          const { code } = await minify(file.code, {
            module,
            ecma: 2020,
            // In one scope, brotli does better on functions that stay where they are.
            compress: { passes: 3, unsafe_arrows: true, inline: module ? 3 : 0 },
            toplevel: true,
            format: { comments: false },
          });
          if (code) file.code = code;
        }
      },
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
