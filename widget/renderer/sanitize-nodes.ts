/**
 * The second layer, independent of the first: whatever the builder made is checked again against its own
 * allow-list. The only importer of `dompurify`.
 */
import createDOMPurify from "dompurify";
import { CONFIG } from "./purify-config.ts";

/** An own instance, so that hooks of the page's DOMPurify, or of ours, never meet. */
const purify = createDOMPurify(window);

/** Removes from a detached element whatever is not on the list. */
export function sanitizeNodes(root: HTMLElement): void {
  purify.sanitize(root, CONFIG);
}
