/** What may stand in an answer. The build makes constants of what is the same on every call. */

/** Whose values are no URLs. */
const TEXT_ATTRIBUTES = "class target rel aria-label part role type tabindex scope start".split(" ");

export const CONFIG = {
  IN_PLACE: true,
  // It is given nodes and never markup, and needs no policy, which a page's `trusted-types` list could refuse.
  TRUSTED_TYPES_POLICY: null,
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
