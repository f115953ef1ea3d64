/**
 * What an accent must not contain: every other colour is derived from it, so it has to be one, and an opaque one, wherever
 * it is used. Parts of `transparent`, `currentcolor` and the like, which no other colour has.
 */
const NOT_OPAQUE = /\/|rgba|tran|curr|var|env|attr|inh|ini|uns|rev/i;

/** A CSS colour that covers what lies below it, as the browser writes it; empty for every other value. */
export function opaqueColor(value: string | null): string {
  const { style } = new Option();
  style.color = value ?? "";
  return NOT_OPAQUE.test(style.color) ? "" : style.color;
}
