import { LitElement } from "lit";

/**
 * Base of the panel's elements. They render into themselves and not into shadow roots of their own: so all of
 * the panel stands in the one shadow tree of `<assistant-chat>`, where a page's `::part`, slots and ids reach
 * it without being handed on, and one style sheet serves all.
 */
export class LightElement extends LitElement {
  protected override createRenderRoot(): this {
    return this;
  }
}

/** Registers an inner element. Its name carries the version in a build, so two versions can share a page. */
export function defineInner(name: string, constructor: CustomElementConstructor): void {
  if (!customElements.get(name)) customElements.define(name, constructor);
}
