/**
 * Builds the content of a `<template>` from the markup of a Lit template, node by node. It takes the place of
 * Lit's one `innerHTML` in the build: that assignment is what a page with `require-trusted-types-for 'script'`
 * refuses unless it lists Lit's policy by name, and merely asking for a policy that is not listed sends a
 * violation report to the page's owner. Without it no policy is needed, whatever the page lists.
 *
 * It reads the markup that our own templates consist of, and nothing else: well-nested elements, quoted or
 * unquoted attributes, text without character references, comments, and Lit's markers. Every template of the
 * widget is compared with the browser's own parser in `tests/browser/widget/parse-template.test.ts`.
 */
const TOKEN =
  /<!--([^]*?)-->|<\?([^>]*)>|<(\/?)([a-zA-Z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^>"'])*?)(\/?)>|([^<]+)/g;
const ATTRIBUTE = /([^\s=]+)(?:=(?:"([^"]*)"|'([^']*)'|(\S+)))?/g;
const VOID_ELEMENTS = /^(?:br|hr|img|input|link|meta|wbr)$/;
const SVG_NAMESPACE = "http://www.w3.org/2000/svg";

export function fillTemplate(template: HTMLTemplateElement, markup: string): void {
  // The template's own document is inert: elements made there are upgraded only when they are cloned.
  const inert = template.content.ownerDocument;
  const open: (Element | DocumentFragment)[] = [template.content];
  for (const token of markup.matchAll(TOKEN)) {
    const [, comment, marker, closing, tag, attributes = "", selfClosing, text] = token;
    const parent = open.at(-1)!;
    if (text !== undefined) parent.append(text);
    else if (!tag) parent.append(inert.createComment(comment ?? "?" + marker));
    else if (closing) open.pop();
    else {
      const svg = tag === "svg" || (parent instanceof Element && parent.namespaceURI === SVG_NAMESPACE);
      const element = svg ? inert.createElementNS(SVG_NAMESPACE, tag) : inert.createElement(tag);
      for (const [, name = "", double, single, bare] of attributes.matchAll(ATTRIBUTE)) {
        // Lit takes the names of bound attributes from its own list; `@`, `.` and `?` cannot be set in every
        // browser, and only tell bindings apart here.
        const safeName = name.replace(/^[@.?]/, (sign) => "_" + sign.charCodeAt(0));
        element.setAttribute(safeName, double ?? single ?? bare ?? "");
      }
      parent.append(element);
      if (!(svg && selfClosing) && !VOID_ELEMENTS.test(tag)) open.push(element);
    }
  }
}
