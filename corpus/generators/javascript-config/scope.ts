import type { StaticValue } from "./static-value.ts";

type Bindings = Map<string, StaticValue>;

/** The names of a block or a function, and of those around it. */
export class Scope {
  readonly #bindings: Bindings = new Map();
  readonly #parent: Scope | undefined;
  constructor(parent?: Scope) {
    this.#parent = parent;
  }

  has(name: string): boolean {
    return this.#bindings.has(name) || this.#parent?.has(name) === true;
  }

  get(name: string): StaticValue {
    return this.#bindings.has(name) ? this.#bindings.get(name) : this.#parent?.get(name);
  }

  set(name: string, value: StaticValue): void {
    this.#bindings.set(name, value);
  }

  assign(name: string, value: StaticValue): void {
    if (this.#bindings.has(name) || this.#parent === undefined) this.#bindings.set(name, value);
    else this.#parent.assign(name, value);
  }
}
