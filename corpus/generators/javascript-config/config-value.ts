/** A view of a setting: what is asked for and can't be known is noted as a problem, once. */
import type { TextStep } from "../text-rule.ts";
import {
  isStaticObject,
  PARTIAL,
  StaticCall,
  StaticDerivedText,
  StaticExternal,
  StaticFunction,
  UNKNOWN,
  unwrap,
  type StaticValue,
} from "./static-value.ts";

interface Origin {
  /** Of the file. */
  path: string;
  /** Of the setting, as a program would name it: `presets[0][1].docs`. */
  name: string;
  problems: string[];
}

export class ConfigValue {
  readonly #value: StaticValue;
  readonly #origin: Origin;

  constructor(value: StaticValue, origin: Origin) {
    this.#value = value;
    this.#origin = origin;
  }

  /** A setting below this one. */
  get(...keys: string[]): ConfigValue {
    let value = this.#value;
    let { name } = this.#origin;
    for (const key of keys) {
      name = name === "" ? key : `${name}.${key}`;
      const object = unwrapObject(value);
      if (object === UNKNOWN) value = UNKNOWN;
      else if (!isStaticObject(object)) value = undefined;
      else if (Object.hasOwn(object, key)) value = object[key];
      else value = object[PARTIAL] === true ? UNKNOWN : undefined;
    }
    return this.#derived(value, name);
  }

  get isSet(): boolean {
    return this.#value !== undefined && this.#value !== UNKNOWN;
  }

  get isUnknown(): boolean {
    return this.#value === UNKNOWN;
  }

  get isFunction(): boolean {
    return this.#value instanceof StaticFunction;
  }

  /** Undefined where it is none, or can't be known. */
  text(): string | undefined {
    return this.#read((value) => (typeof value === "string" ? value : undefined));
  }

  flag(): boolean | undefined {
    return this.#read((value) => (typeof value === "boolean" ? value : undefined));
  }

  /** As `text`, where it does not matter that it can't be known. */
  textIfKnown(): string | undefined {
    return typeof this.#value === "string" ? this.#value : undefined;
  }

  /** As `flag`, where it does not matter that it can't be known. */
  flagIfKnown(): boolean | undefined {
    return typeof this.#value === "boolean" ? this.#value : undefined;
  }

  texts(): string[] | undefined {
    const items = this.items();
    if (!this.isSet || !Array.isArray(this.#value)) return undefined;
    return items.map((item) => item.text()).filter((text): text is string => text !== undefined);
  }

  /** Of a list; empty where it is none. */
  items(): ConfigValue[] {
    const value = this.#value;
    this.#noteUnknown();
    if (!Array.isArray(value)) return [];
    return value.map((item, index) => this.#derived(item, `${this.#origin.name}[${index}]`));
  }

  /** Of an object; empty where it is none. */
  entries(): [string, ConfigValue][] {
    const value = unwrapObject(this.#value);
    this.#noteUnknown();
    if (!isStaticObject(value)) return [];
    return Object.keys(value).map((key) => [key, this.get(key)]);
  }

  /** The call of a package's function that this is: its name, its package and what it is given. */
  call(): { name: string; module: string | undefined; callArguments: ConfigValue[] } | undefined {
    const value = this.#value;
    if (!(value instanceof StaticCall)) return undefined;
    const callArguments = value.callArguments.map((argument) => this.#derived(argument, this.#origin.name));
    return { name: value.name, module: value.module, callArguments };
  }

  /** What names a plug-in: its text, or the package that it was imported from. */
  packageName(): string | undefined {
    const value = this.#value;
    if (typeof value === "string") return value;
    if (value instanceof StaticExternal && value.module !== "") return value.module;
    if (value instanceof StaticCall) return value.module;
    return undefined;
  }

  /** What the function makes of a text; undefined where it is no function, or where that can't be known. */
  textRule(): readonly TextStep[] | undefined {
    if (!(this.#value instanceof StaticFunction)) return undefined;
    const made = this.#value.call([new StaticDerivedText([])]);
    return made instanceof StaticDerivedText ? made.steps : undefined;
  }

  /** Notes that the setting matters and can't be known. */
  note(consequence: string): void {
    const { path, name, problems } = this.#origin;
    const line = `${path}: ${name} can't be known without running it; ${consequence}`;
    if (!problems.includes(line)) problems.push(line);
  }

  #read<Value>(pick: (value: StaticValue) => Value | undefined): Value | undefined {
    this.#noteUnknown();
    const isOpaque = this.#value instanceof StaticExternal || this.#value instanceof StaticCall;
    if (isOpaque && this.#origin.name !== "") this.note("its default is used.");
    return pick(this.#value);
  }

  #noteUnknown(): void {
    if (this.#value === UNKNOWN && this.#origin.name !== "") this.note("its default is used.");
  }

  #derived(value: StaticValue, name: string): ConfigValue {
    return new ConfigValue(value, { ...this.#origin, name });
  }
}

function unwrapObject(value: StaticValue): StaticValue {
  return value instanceof StaticCall || value instanceof StaticFunction ? unwrap(value) : value;
}

/** Nothing is set in it. */
export const NO_OPTIONS = new ConfigValue(undefined, { path: "", name: "", problems: [] });
