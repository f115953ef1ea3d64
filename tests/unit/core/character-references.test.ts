import { expect, test } from "vitest";
import { decodeReferences, OPEN_REFERENCE } from "../../../core/text/character-references.ts";

test.each([
  ["Tom &amp; Jerry", "Tom & Jerry"],
  ["&lt;b&gt; &quot;x&quot; &#39;y&#39; &#x2192;", "<b> \"x\" 'y' →"],
  ["&amp;lt;", "&lt;"],
  ["AT&T; &unknown; & &#0; &#xd800; &#9999999;", "AT&T; &unknown; & \ufffd \ufffd \ufffd"],
  ["&constructor; &toString;", "&constructor; &toString;"],
])("%j stands for %j", (text, decoded) => {
  expect(decodeReferences(text)).toBe(decoded);
});

test.each([
  ["&", true],
  ["&am", true],
  ["&#x2", true],
  ["&amp;", false],
  ["& ", false],
])("%j may go on: %j", (text, mayGoOn) => {
  expect(OPEN_REFERENCE.test(text)).toBe(mayGoOn);
});
