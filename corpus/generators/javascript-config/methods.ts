/** The few methods of JavaScript's own objects that configuration files call on what they know. */
import { posix } from "node:path";
import { applyTextRule, isNormalForm, isSimpleStep, type TextStep } from "../text-rule.ts";
import {
  createStaticObject,
  isStaticObject,
  PARTIAL,
  StaticDerivedText,
  StaticExternal,
  StaticFunction,
  StaticRegExp,
  UNKNOWN,
  type StaticValue,
} from "./static-value.ts";

/** Undefined where the method is none of these. */
export function callMethod(
  target: StaticValue,
  name: string,
  callArguments: readonly StaticValue[],
): { value: StaticValue } | undefined {
  if (target instanceof StaticExternal) return callExternal(target, name, callArguments);
  if (typeof target === "string") return { value: callText(target, name, callArguments) };
  if (target instanceof StaticDerivedText) return { value: callDerived(target, name, callArguments) };
  if (Array.isArray(target)) return { value: callList(target, name, callArguments) };
  return undefined;
}

/** `String(…)` and what encodes addresses; undefined for all others. */
export function callGlobal(
  path: readonly string[],
  [first]: readonly StaticValue[],
): { value: StaticValue } | undefined {
  const [name = ""] = path;
  const isKnown = name === "String" || name === "encodeURIComponent" || name === "encodeURI";
  if (path.length !== 1 || !isKnown) return undefined;
  if (typeof first !== "string" && !(first instanceof StaticDerivedText)) return { value: UNKNOWN };
  if (name === "String") return { value: first };
  const step: TextStep = { kind: name };
  return {
    value:
      typeof first === "string"
        ? applyTextRule([step], first)
        : new StaticDerivedText([...first.steps, step]),
  };
}

function callDerived(
  text: StaticDerivedText,
  name: string,
  callArguments: readonly StaticValue[],
): StaticValue {
  if (name === "toString") return text;
  const step = textStep(name, callArguments);
  return step === undefined ? UNKNOWN : new StaticDerivedText([...text.steps, step]);
}

/** Undefined where the method does not make a text of a text, or by what is not known. */
function textStep(name: string, [first, second]: readonly StaticValue[]): TextStep | undefined {
  if (name === "normalize") {
    const form = first ?? "NFC";
    return isNormalForm(form) ? { kind: "normalize", form } : undefined;
  }
  if (name === "replace" || name === "replaceAll") {
    if (typeof second !== "string") return undefined;
    if (typeof first === "string") {
      return { kind: "replace-text", text: first, by: second, isEvery: name === "replaceAll" };
    }
    if (!(first instanceof StaticRegExp)) return undefined;
    const { pattern, flags } = first;
    try {
      new RegExp(pattern, flags);
    } catch {
      return undefined;
    }
    return { kind: "replace", pattern, flags, by: second };
  }
  return isSimpleStep(name) && !name.startsWith("encode") ? { kind: name } : undefined;
}

function callExternal(
  { module, path }: StaticExternal,
  name: string,
  callArguments: readonly StaticValue[],
): { value: StaticValue } | undefined {
  const owner = path.at(-1) ?? module;
  if (/^(?:node:)?path(?:\/posix)?$/.test(module) && (name === "join" || name === "resolve")) {
    if (!callArguments.every((part) => typeof part === "string")) return { value: UNKNOWN };
    return { value: posix.join(...callArguments) };
  }
  if (module !== "") return undefined;
  if (owner === "require" && name === "resolve") return { value: callArguments[0] };
  if (owner === "process" && name === "cwd") return { value: "." };
  if (owner !== "Object") return undefined;
  if (name === "freeze") return { value: callArguments[0] };
  if (name !== "assign") return undefined;
  const merged = createStaticObject();
  for (const argument of callArguments) {
    if (isStaticObject(argument)) Object.assign(merged, argument);
    else merged[PARTIAL] = true;
  }
  return { value: merged };
}

function callText(text: string, name: string, callArguments: readonly StaticValue[]): StaticValue {
  const [first, second] = callArguments;
  switch (name) {
    case "trim":
      return text.trim();
    case "toLowerCase":
      return text.toLowerCase();
    case "toUpperCase":
      return text.toUpperCase();
    case "normalize": {
      const step = textStep(name, callArguments);
      return step === undefined ? UNKNOWN : applyTextRule([step], text);
    }
    case "toString":
      return text;
    case "concat":
      return callArguments.every((part) => typeof part === "string")
        ? text.concat(...callArguments)
        : UNKNOWN;
    case "replace":
    case "replaceAll": {
      if (first instanceof StaticRegExp) {
        const step = textStep(name, callArguments);
        return step === undefined ? UNKNOWN : applyTextRule([step], text);
      }
      if (typeof first !== "string" || typeof second !== "string") return UNKNOWN;
      // As a function, so that no mark in the replacement means anything.
      return name === "replace" ? text.replace(first, () => second) : text.replaceAll(first, () => second);
    }
    case "split":
      return typeof first === "string" ? text.split(first) : UNKNOWN;
    case "startsWith":
      return typeof first === "string" ? text.startsWith(first) : UNKNOWN;
    case "endsWith":
      return typeof first === "string" ? text.endsWith(first) : UNKNOWN;
    case "includes":
      return typeof first === "string" ? text.includes(first) : UNKNOWN;
    default:
      return UNKNOWN;
  }
}

function callList(
  list: readonly StaticValue[],
  name: string,
  callArguments: readonly StaticValue[],
): StaticValue {
  const [first] = callArguments;
  switch (name) {
    case "concat":
      return [
        ...list,
        ...callArguments.flatMap((part): StaticValue[] => (Array.isArray(part) ? part : [part])),
      ];
    case "map":
      return first instanceof StaticFunction
        ? list.map((item, index) => (item === UNKNOWN ? UNKNOWN : first.call([item, index])))
        : UNKNOWN;
    case "filter": {
      if (first instanceof StaticExternal && first.path.at(-1) === "Boolean")
        return list.filter((item): item is StaticValue => Boolean(item));
      if (!(first instanceof StaticFunction)) return UNKNOWN;
      const kept: StaticValue[] = [];
      for (const item of list) {
        const keep = item === UNKNOWN ? UNKNOWN : first.call([item]);
        if (keep === UNKNOWN) return UNKNOWN;
        if (keep) kept.push(item);
      }
      return kept;
    }
    case "flat":
      return list.flatMap((item): StaticValue[] => (Array.isArray(item) ? item : [item]));
    case "slice":
      return typeof first === "number" && callArguments.length === 1 ? list.slice(first) : UNKNOWN;
    case "join":
      return typeof first === "string" && list.every((item) => typeof item === "string")
        ? list.join(first)
        : UNKNOWN;
    case "includes":
      return list.includes(UNKNOWN) ? UNKNOWN : list.includes(first);
    default:
      return UNKNOWN;
  }
}
