/**
 * What the build takes out of third-party files that the widget has no use for. Each cut names exactly what it looks
 * for, and stops the build where a new version looks different.
 */
import type { Plugin } from "vite";

/**
 * Lit asks for a Trusted Types policy when it is loaded, and throws where the page does not list that policy.
 * Our copy asks for none and parses its templates itself (see `parse-template.ts`).
 */
export function litWithoutPolicy(): Plugin {
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
      const parser = JSON.stringify(`${import.meta.dirname}/parse-template.ts`);
      return { code: `import { fillTemplate as __fillTemplate } from ${parser};\n${withoutSink}`, map: null };
    },
  };
}

/**
 * The panel's elements have no styles of their own (see `LightElement`), so Lit's part for
 * those is dead weight. What a later Lit takes from there beside this stops the build.
 */
export function litWithoutStyles(): Plugin {
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

/** How `sanitize-nodes.ts` asks DOMPurify to work, on every call: what these options switch off is never reached. */
export const PURIFY_OPTIONS = {
  ALLOW_ARIA_ATTR: false,
  ALLOW_DATA_ATTR: false,
  ALLOW_UNKNOWN_PROTOCOLS: false,
  ALLOW_SELF_CLOSE_IN_ATTR: true,
  SAFE_FOR_TEMPLATES: false,
  SAFE_FOR_XML: true,
  WHOLE_DOCUMENT: false,
  RETURN_DOM: false,
  RETURN_DOM_FRAGMENT: false,
  RETURN_TRUSTED_TYPE: false,
  FORCE_BODY: false,
  SANITIZE_DOM: true,
  SANITIZE_NAMED_PROPS: false,
  KEEP_CONTENT: true,
  USE_PROFILES: false,
} as const;

/** Of DOMPurify's interface only `sanitize` is called. */
const PURIFY_METHODS = [
  "setConfig",
  "clearConfig",
  "isValidAttribute",
  "addHook",
  "removeHook",
  "removeHooks",
  "removeAllHooks",
];

/**
 * DOMPurify for the one way in which it is used here. It carries the names of all HTML, SVG and MathML that it lets
 * through by default: our allow-list takes their place on every call, and empty they can only make it stricter. Options
 * that are the same on every call become constants, so that the minifier can leave out what they switch off.
 */
export function purifyAsUsed(): Plugin {
  return {
    name: "assistant-chat:purify-as-used",
    enforce: "pre",
    transform(source, id) {
      if (!id.endsWith("/dompurify/dist/purify.es.mjs")) return undefined;
      let code = source;
      const cut = (pattern: RegExp, by: string | ((found: string) => string), times: number): void => {
        let found = 0;
        code = code.replace(pattern, (match) => {
          found++;
          return typeof by === "string" ? by : by(match);
        });
        if (found !== times) {
          throw new Error(
            `DOMPurify has changed: ${pattern.source} was found ${found} times. Adapt widget/build.`,
          );
        }
      };
      cut(
        /const (?:html\$1|svg\$1|svgFilters|svgDisallowed|mathMl\$1|mathMlDisallowed|html|svg|mathMl|xml) = freeze\(\[[^\]]*\]\)/g,
        (list) => list.replace(/\[[^\]]*\]/, "[]"),
        10,
      );
      // What one option does to another.
      cut(/\t\tif \(SAFE_FOR_TEMPLATES\) ALLOW_DATA_ATTR = false;\n/g, "", 1);
      cut(/\t\tif \(RETURN_DOM_FRAGMENT\) RETURN_DOM = true;\n/g, "", 1);
      for (const [option, value] of Object.entries(PURIFY_OPTIONS)) {
        cut(new RegExp(`^\\t\\t${option} = [^;]+;$`, "gm"), "", 1);
        cut(new RegExp(`^\\tlet ${option} = [^;]+;$`, "gm"), `\tconst ${option} = ${value};`, 1);
      }
      cut(/const inPlace = IN_PLACE && [^;]+;/g, "const inPlace = true;", 1);
      cut(/\tlet SET_CONFIG = false;/g, "\tconst SET_CONFIG = false;", 1);
      for (const method of PURIFY_METHODS) {
        cut(new RegExp(`^\\tDOMPurify\\.${method} = function[^]*?^\\t\\};$`, "gm"), "", 1);
      }
      cut(/function _executeHooks\(hooks, currentNode, data\) \{/g, "function _executeHooks() { return;", 1);
      // Options that are never given, and what they are for: other kinds of documents, custom elements, exceptions.
      cut(/\t\tif \(cfg\.TRUSTED_TYPES_POLICY\) \{[^]+?(?=\t\tCONFIG = freeze\(cfg\);)/g, "", 1);
      cut(/\tlet trustedTypesPolicy;/g, "\tconst trustedTypesPolicy = void 0;", 1);
      cut(/\t\tPARSER_MEDIA_TYPE = [^]+? : stringToLowerCase;\n/g, "", 1);
      cut(/\tlet PARSER_MEDIA_TYPE = null;/g, '\tconst PARSER_MEDIA_TYPE = "text/html";', 1);
      cut(/\tlet transformCaseFunc = null;/g, "\tconst transformCaseFunc = stringToLowerCase;", 1);
      cut(/\t\tNAMESPACE = typeof cfg\.NAMESPACE[^]+?\t\tseal\(CUSTOM_ELEMENT_HANDLING\);\n/g, "", 1);
      cut(/\tlet NAMESPACE = HTML_NAMESPACE;/g, "\tconst NAMESPACE = HTML_NAMESPACE;", 1);
      cut(
        /\t\tEXTRA_ELEMENT_HANDLING\.tagCheck = null;[^]+?(?=\t\tif \(WHOLE_DOCUMENT\))/g,
        "\t\tALLOWED_TAGS['#text'] = true;\n",
        1,
      );
      cut(/!\(EXTRA_ELEMENT_HANDLING\.tagCheck [^)]+\(tagName\)\) && /g, "", 1);
      cut(/ \|\| EXTRA_ELEMENT_HANDLING\.attributeCheck [^;]+(?=;)/g, "", 1);
      cut(
        /!FORBID_TAGS\[tagName\] && _isBasicCustomElement\(tagName\) && [^;]+tagName\)(?=\) return false)/g,
        "false",
        1,
      );
      cut(/return _isBasicCustomElement\(lcTag\) && [^;]+;/g, "return false;", 1);
      for (const list of [
        "ALLOWED_NAMESPACES",
        "DATA_URI_TAGS",
        "FORBID_CONTENTS",
        "FORBID_TAGS",
        "FORBID_ATTR",
      ]) {
        cut(new RegExp(`\\t\\t${list} = _resolveSetOption\\([^;]+;\\n`, "g"), "", 1);
      }
      cut(/\tlet FORBID_CONTENTS = null;\n/g, "", 1);
      cut(/const DEFAULT_FORBID_CONTENTS = /g, "const FORBID_CONTENTS = ", 1);
      cut(
        /\tlet FORBID_(TAGS|ATTR) = null;/g,
        (found) => found.replace("let", "const").replace("null", "create(null)"),
        2,
      );
      cut(/\t\tif \(\(lcName === "src" [^\n]+\n/g, "", 1);
      // Of all attributes only those that the list allows are looked at again.
      cut(
        /const DEFAULT_(?:URI_SAFE_ATTRIBUTES|DATA_URI_TAGS) = addToSet\(\{\}, \[[^\]]+\]/g,
        (found) => found.replace(/\[[^\]]+\]/, "[]"),
        2,
      );
      // No element of another namespace is on the list; without one, none can stand within it.
      cut(
        /\t\tif \(!ALLOWED_NAMESPACES\[elementNamespace\]\)[^]+?(?=\t\};)/g,
        "\t\treturn elementNamespace === HTML_NAMESPACE;\n",
        1,
      );
      // What is given is an element, and never markup that would have to be parsed.
      cut(/\t\tIS_EMPTY_INPUT = !dirty;[^]+?(?=\t\tif \(!DOMPurify\.isSupported\))/g, "", 1);
      // The options are the same objects on every call.
      cut(/\} else _parseConfig\(cfg\);/g, "} else if (!CONFIG) _parseConfig(cfg);", 1);
      return { code, map: null };
    },
  };
}
