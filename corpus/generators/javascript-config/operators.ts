/** What operators give of values that are known as far as they can be. */
import {
  isStaticObject,
  PARTIAL,
  StaticCall,
  StaticDerivedText,
  StaticExternal,
  UNKNOWN,
  type StaticValue,
} from "./static-value.ts";

/** A member by its name; UNKNOWN where the object may have it. */
export function property(target: StaticValue, name: string): StaticValue {
  if (target === UNKNOWN || target === undefined || target === null) return UNKNOWN;
  if (target instanceof StaticExternal) {
    const { module, path } = target;
    // Not set where the site is built, as far as can be known.
    if (module === "" && path[0] === "process" && path[1] === "env" && path.length === 2) {
      return name === "NODE_ENV" ? "production" : undefined;
    }
    if (module === "import.meta" && path[0] === "env") return name === "PROD" ? true : undefined;
    return new StaticExternal(module, [...path, name]);
  }
  if (Array.isArray(target)) {
    if (name === "length") return target.includes(UNKNOWN) ? UNKNOWN : target.length;
    return target[Number(name)];
  }
  if (typeof target === "string") return name === "length" ? target.length : UNKNOWN;
  if (!isStaticObject(target)) return UNKNOWN;
  if (Object.hasOwn(target, name)) return target[name];
  return target[PARTIAL] === true ? UNKNOWN : undefined;
}

/** Undefined where it can't be known. */
export function truthOf(value: StaticValue): boolean | undefined {
  const isOpaque =
    value === UNKNOWN ||
    value instanceof StaticExternal ||
    value instanceof StaticCall ||
    value instanceof StaticDerivedText;
  return isOpaque ? undefined : Boolean(value);
}

export function unary(operator: string, value: StaticValue): StaticValue {
  const isTrue = truthOf(value);
  if (isTrue === undefined) return UNKNOWN;
  if (operator === "!") return !isTrue;
  if (operator === "-" && typeof value === "number") return -value;
  if (operator === "void") return undefined;
  return UNKNOWN;
}

export function binary(operator: string, left: StaticValue, right: StaticValue): StaticValue {
  if (!isPlain(left) || !isPlain(right)) return UNKNOWN;
  if (operator === "===" || operator === "==") return left === right;
  if (operator === "!==" || operator === "!=") return left !== right;
  if (operator === "+" && (typeof left === "string" || typeof right === "string")) {
    return `${String(left)}${String(right)}`;
  }
  return UNKNOWN;
}

function isPlain(value: StaticValue): value is string | number | boolean | null | undefined {
  return value === null || ["string", "number", "boolean", "undefined"].includes(typeof value);
}
