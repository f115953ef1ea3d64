/** What can be known of a program's values without running it. */
import type { TextStep } from "../text-rule.ts";

/** Depends on something that only running the program tells. */
export const UNKNOWN: unique symbol = Symbol("unknown");
/** Set on an object that something unknown was spread into: what it lacks, it may have. */
export const PARTIAL: unique symbol = Symbol("partial");

/** Something of a package, by its path: `themes.github` of `prism-react-renderer`. */
export class StaticExternal {
  readonly module: string;
  readonly path: readonly string[];
  constructor(module: string, path: readonly string[]) {
    this.module = module;
    this.path = path;
  }
}

/** A call of a package's function, which is not run: `starlight({ title: "Docs" })`. */
export class StaticCall {
  /** As the program names it; the package's name where it is a package's default. */
  readonly name: string;
  readonly module: string | undefined;
  readonly callArguments: readonly StaticValue[];
  constructor(name: string, module: string | undefined, callArguments: readonly StaticValue[]) {
    this.name = name;
    this.module = module;
    this.callArguments = callArguments;
  }
}

/** A function of the program itself. */
export class StaticFunction {
  readonly call: (callArguments: readonly StaticValue[]) => StaticValue;
  constructor(call: (callArguments: readonly StaticValue[]) => StaticValue) {
    this.call = call;
  }
}

export class StaticRegExp {
  readonly pattern: string;
  readonly flags: string;
  constructor(pattern: string, flags: string) {
    this.pattern = pattern;
    this.flags = flags;
  }
}

/** What a function makes of the text that it is given, whatever that is. */
export class StaticDerivedText {
  readonly steps: readonly TextStep[];
  constructor(steps: readonly TextStep[]) {
    this.steps = steps;
  }
}

export interface StaticObject {
  [key: string]: StaticValue;
  [PARTIAL]?: boolean;
}

export type StaticValue =
  | null
  | undefined
  | string
  | number
  | boolean
  | StaticValue[]
  | StaticObject
  | StaticCall
  | StaticExternal
  | StaticFunction
  | StaticRegExp
  | StaticDerivedText
  | typeof UNKNOWN;

export function isStaticObject(value: StaticValue): value is StaticObject {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof StaticCall) &&
    !(value instanceof StaticExternal) &&
    !(value instanceof StaticFunction) &&
    !(value instanceof StaticRegExp) &&
    !(value instanceof StaticDerivedText)
  );
}

/** Without a prototype, so that no key of a program means anything here. */
export function createStaticObject(): StaticObject {
  return Object.create(null) as StaticObject;
}

/** Wrappers such as `defineConfig(…)` and `withPlugin(…)` give what they are given; a function, what it returns. */
export function unwrap(value: StaticValue): StaticValue {
  let inner = value;
  for (let depth = 0; depth < 10; depth++) {
    if (inner instanceof StaticFunction) inner = inner.call([]);
    else if (inner instanceof StaticCall) inner = configurationOf(inner);
    else return inner;
  }
  return UNKNOWN;
}

function configurationOf({ callArguments }: StaticCall): StaticValue {
  for (const argument of callArguments) {
    const inner = unwrap(argument);
    if (isStaticObject(inner)) return inner;
  }
  return UNKNOWN;
}
