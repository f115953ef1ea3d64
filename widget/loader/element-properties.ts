import { ATTRIBUTE_NAMES, isBooleanAttribute, isTrue, toPropertyName } from "./attributes.ts";

/** Gives an element's class a property for each attribute; `lang` is a property of every element already. */
export function defineProperties(prototype: HTMLElement): void {
  for (const name of ATTRIBUTE_NAMES) {
    if (name === "lang") continue;
    const boolean = isBooleanAttribute(name);
    Object.defineProperty(prototype, toPropertyName(name), {
      get(this: HTMLElement) {
        const value = this.getAttribute(name);
        return boolean ? isTrue(value) : value;
      },
      set(this: HTMLElement, value: unknown) {
        if ((value ?? false) === false) this.removeAttribute(name);
        else this.setAttribute(name, Array.isArray(value) ? JSON.stringify(value) : String(value));
      },
    });
  }
}

/**
 * Takes over what a page or a framework has set on an element before its class was there: such a value lies on the
 * element itself, and would hide the property for ever.
 */
export function upgradeProperties(element: HTMLElement): void {
  const values = element as unknown as Record<string, unknown>;
  for (const [name, value] of Object.entries(values)) {
    if (!(name in Object.getPrototypeOf(values))) continue;
    delete values[name];
    values[name] = value;
  }
}
