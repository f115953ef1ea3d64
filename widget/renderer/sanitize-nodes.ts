/**
 * The second layer, independent of the first: whatever the builder made is checked again against its own
 * allow-list. The only importer of `dompurify`.
 */
import createDOMPurify from "dompurify";

/** An own instance, so that hooks of the page's DOMPurify, or of ours, never meet. */
const purify = createDOMPurify(window);

/**
 * DOMPurify asks a policy for empty strings only, since it is given nodes and never markup. Handing it this
 * plain object keeps it from creating a policy of its own, which a page's `trusted-types` list could refuse
 * with a report.
 */
const PASSTHROUGH_POLICY = {
  createHTML: (markup: string) => markup,
  createScriptURL: (url: string) => url,
} as unknown as TrustedTypePolicy;

/** Whose values are no URLs. */
const TEXT_ATTRIBUTES = "class target rel aria-label part role type tabindex scope start".split(" ");

const CONFIG = {
  IN_PLACE: true,
  TRUSTED_TYPES_POLICY: PASSTHROUGH_POLICY,
  ALLOWED_TAGS: (
    "p h3 h4 h5 h6 ul ol li blockquote hr br div span strong em del code pre a button " +
    "table thead tbody tr th td #text"
  ).split(" "),
  ALLOWED_ATTR: ["href", ...TEXT_ATTRIBUTES],
  ALLOWED_URI_REGEXP: /^(?:https?|mailto):/i,
  // Values that are no URLs must pass, and `target` is removed unless it is named here.
  ADD_URI_SAFE_ATTR: TEXT_ATTRIBUTES,
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
};

/** Removes from a detached element whatever is not on the list. */
export function sanitizeNodes(root: HTMLElement): void {
  purify.sanitize(root, CONFIG as unknown as Parameters<typeof purify.sanitize>[1]);
}

declare global {
  // The DOM library does not declare Trusted Types in every version; only the name is needed here.
  interface TrustedTypePolicy {
    readonly name: string;
  }
}
