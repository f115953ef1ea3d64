/** What a reader of the page does not see. Panels of tabs and accordions are only not seen yet. */
import type { Element } from "hast";
import { attribute, classNames, hasAttribute, hasClass } from "./tree.ts";

const HIDDEN_STYLE = /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;
const FOR_SCREEN_READERS =
  /^(?:sr-only|visually-?hidden|visually-hidden-focusable|screen-?reader-(?:text|only)|screenreader-only|u-visually-hidden|a11y-hidden|assistive-text|element-invisible|cdk-visually-hidden|vh|sr-text|show-for-sr|offscreen|is-sr-only|wp-exclude-emoji|elementor-screen-only)$/i;
/** What a form says when it was sent, and a list when it is empty, is shown by a script. */
const HIDDEN_CLASS =
  /^(?:hidden|hide|d-none|is-hidden|display-none|invisible|u-hidden|collapsed-hidden|w-condition-invisible|rich-snippet-hidden|w-form-done|w-form-fail|w-dyn-empty|wpcf7-response-output|(?:contact-)?form-(?:success|error|done|fail)(?:-message)?)$/;
/** What mdBook's stylesheet hides until a key is pressed: its help on keys, on each page. */
const HIDDEN_ID = "mdbook-help-container";
/** `hidden md:block`, `d-none d-md-flex`: shown where there is room. */
const SHOWN_ON_LARGE =
  /^(?:(?:sm|md|lg|xl|2xl):(?:block|flex|grid|inline|table|contents)|d-(?:sm|md|lg|xl)-(?:block|flex|grid|inline|table))/;
const ICON_FONT = /^(?:material-icons|material-symbols|glyphicon|octicon|codicon)(?:-|$)/;

export function isHidden(element: Element): boolean {
  const hidden = attribute(element, "hidden");
  // "until-found" is a closed accordion that a browser opens when its text is searched for.
  if (hidden !== undefined && hidden !== "until-found") return true;
  // Shown when a script opens it.
  if (element.tagName === "dialog") return true;
  if (attribute(element, "ariaHidden") === "true" && !isNoteTitle(element) && !isSlide(element)) return true;
  if (HIDDEN_STYLE.test(attribute(element, "style") ?? "")) return true;
  if (isForScreenReaders(element) && element.tagName !== "h1") return true;
  if (attribute(element, "id") === HIDDEN_ID) return true;
  const names = classNames(element);
  return (
    names.some((name) => ICON_FONT.test(name)) ||
    (names.some((name) => HIDDEN_CLASS.test(name)) && !names.some((name) => SHOWN_ON_LARGE.test(name)))
  );
}

/** Of a carousel: only not seen yet, unless it is a copy that lets it turn without end. */
function isSlide(element: Element): boolean {
  return (
    hasClass(
      element,
      /^(?:carousel-item|(?:slick|swiper|splide|glide|keen-slider|flickity)[-_]{1,2}slide)$/i,
    ) && !hasClass(element, /(?:cloned?|duplicate)$/i)
  );
}

export function isForScreenReaders(element: Element): boolean {
  return hasClass(element, FOR_SCREEN_READERS);
}

/** "Caution" above a note: shown, and hidden from screen readers, which take it from the note's label. */
function isNoteTitle(element: Element): boolean {
  return (
    hasClass(element, /(?:aside|admonition|callout|alert)[-_]*title/i) && !hasAttribute(element, "hidden")
  );
}
