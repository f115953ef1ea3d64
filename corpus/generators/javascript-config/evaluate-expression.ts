/** Expressions of a configuration file, as far as their values can be known without running it. */
import { posix } from "node:path";
import { bindPattern } from "./bind-pattern.ts";
import { callValue } from "./call-value.ts";
import { callMethod } from "./methods.ts";
import { binary, property, truthOf, unary } from "./operators.ts";
import type { Expression, Statement } from "./parse-module.ts";
import { Scope } from "./scope.ts";
import {
  createStaticObject,
  isStaticObject,
  PARTIAL,
  StaticExternal,
  StaticFunction,
  StaticRegExp,
  UNKNOWN,
  unwrap,
  type StaticObject,
  type StaticValue,
} from "./static-value.ts";
import { is, nameOf, type AnyNode, type NodeOf } from "./syntax.ts";

/** A configuration takes some thousands of steps; more is a loop of functions that call each other. */
const MAX_STEPS = 200_000;
const MAX_CALL_DEPTH = 40;

export interface ModuleContext {
  /** Folder of the file, relative to the project's root; "." at the root. */
  folder: string;
  /** The exports of a file that this one imports, as it names it; undefined where it can't be read. */
  importModule: (specifier: string) => StaticObject | undefined;
}

export class ExpressionEvaluator {
  readonly #context: ModuleContext;
  readonly #runBody: (statements: readonly Statement[], scope: Scope) => [StaticValue] | undefined;
  #steps = 0;
  #callDepth = 0;

  /** @param runBody runs the body of a function: what its `return` gives, in an array; undefined where there is none. */
  constructor(
    context: ModuleContext,
    runBody: (statements: readonly Statement[], scope: Scope) => [StaticValue] | undefined,
  ) {
    this.#context = context;
    this.#runBody = runBody;
  }

  evaluate(node: AnyNode, scope: Scope): StaticValue {
    this.#steps += 1;
    if (this.#steps > MAX_STEPS) return UNKNOWN;
    const expression = node as Expression;
    switch (expression.type) {
      case "StringLiteral":
      case "NumericLiteral":
      case "BooleanLiteral":
        return expression.value;
      case "RegExpLiteral":
        return new StaticRegExp(expression.pattern, expression.flags);
      case "NullLiteral":
        return null;
      case "TemplateLiteral": {
        const parts = expression.expressions.map((part) => this.evaluate(part, scope));
        let text = "";
        for (const [index, quasi] of expression.quasis.entries()) {
          text += quasi.value.cooked ?? "";
          if (index >= parts.length) break;
          const part = parts[index];
          if (typeof part !== "string" && typeof part !== "number") return UNKNOWN;
          text += String(part);
        }
        return text;
      }
      case "Identifier":
        return this.identifier(expression.name, scope);
      case "ObjectExpression":
        return this.#object(expression, scope);
      case "ArrayExpression":
        return this.#list(expression.elements, scope);
      case "ArrowFunctionExpression":
      case "FunctionExpression":
        return this.functionOf(expression, scope);
      case "TSAsExpression":
      case "TSSatisfiesExpression":
      case "TSNonNullExpression":
      case "TSTypeAssertion":
      case "ParenthesizedExpression":
        return this.evaluate(expression.expression, scope);
      case "AwaitExpression":
        return this.evaluate(expression.argument, scope);
      case "UnaryExpression":
        return unary(expression.operator, this.evaluate(expression.argument, scope));
      case "BinaryExpression":
        return binary(
          expression.operator,
          this.evaluate(expression.left, scope),
          this.evaluate(expression.right, scope),
        );
      case "LogicalExpression": {
        const left = this.evaluate(expression.left, scope);
        const isTrue = truthOf(left);
        if (isTrue === undefined) return UNKNOWN;
        const isDecided =
          expression.operator === "||"
            ? isTrue
            : expression.operator === "&&"
              ? !isTrue
              : left !== null && left !== undefined;
        return isDecided ? left : this.evaluate(expression.right, scope);
      }
      case "ConditionalExpression": {
        const isTrue = truthOf(this.evaluate(expression.test, scope));
        if (isTrue !== undefined) {
          return this.evaluate(isTrue ? expression.consequent : expression.alternate, scope);
        }
        const first = this.evaluate(expression.consequent, scope);
        return first === this.evaluate(expression.alternate, scope) ? first : UNKNOWN;
      }
      case "MemberExpression":
      case "OptionalMemberExpression":
        return this.#member(expression, scope);
      case "CallExpression":
      case "OptionalCallExpression":
        return this.#call(expression, scope);
      case "NewExpression":
        return this.#new(expression, scope);
      case "AssignmentExpression":
        return this.#assign(expression, scope);
      case "SequenceExpression":
        return expression.expressions.map((part) => this.evaluate(part, scope)).at(-1);
      default:
        return UNKNOWN;
    }
  }

  identifier(name: string, scope: Scope): StaticValue {
    if (name === "undefined") return undefined;
    if (scope.has(name)) return scope.get(name);
    return new StaticExternal("", [name]);
  }

  #object({ properties }: NodeOf<"ObjectExpression">, scope: Scope): StaticObject {
    const object = createStaticObject();
    for (const entry of properties) {
      if (entry.type === "SpreadElement") {
        const spread = unwrap(this.evaluate(entry.argument, scope));
        if (isStaticObject(spread)) {
          Object.assign(object, spread);
        } else if (spread !== undefined && spread !== null && spread !== false) {
          object[PARTIAL] = true;
        }
        continue;
      }
      const key = entry.computed ? this.evaluate(entry.key, scope) : nameOf(entry.key);
      if (typeof key !== "string" && typeof key !== "number") {
        object[PARTIAL] = true;
        continue;
      }
      object[key] =
        entry.type === "ObjectMethod" ? this.functionOf(entry, scope) : this.evaluate(entry.value, scope);
    }
    return object;
  }

  #list(elements: readonly (AnyNode | null)[], scope: Scope): StaticValue[] {
    return elements.flatMap((element): StaticValue[] => {
      if (element === null) return [undefined];
      if (!is(element, "SpreadElement")) return [this.evaluate(element, scope)];
      const spread = this.evaluate((element as unknown as { argument: Expression }).argument, scope);
      return Array.isArray(spread) ? spread : [UNKNOWN];
    });
  }

  functionOf(node: AnyNode, scope: Scope): StaticFunction {
    const { params, body } = node as unknown as { params: AnyNode[]; body: AnyNode };
    return new StaticFunction((callArguments) => {
      if (this.#callDepth >= MAX_CALL_DEPTH) return UNKNOWN;
      this.#callDepth += 1;
      try {
        const inner = new Scope(scope);
        for (const [index, parameter] of params.entries()) {
          if (is(parameter, "RestElement")) {
            const { argument } = parameter as unknown as { argument: AnyNode };
            bindPattern(argument, callArguments.slice(index), inner, this);
          } else {
            bindPattern(parameter, callArguments[index], inner, this);
          }
        }
        if (!is(body, "BlockStatement")) return this.evaluate(body, inner);
        const { body: statements } = body as unknown as { body: Statement[] };
        return this.#runBody(statements, inner)?.[0];
      } finally {
        this.#callDepth -= 1;
      }
    });
  }

  #member(
    { object, property: key, computed }: NodeOf<"MemberExpression" | "OptionalMemberExpression">,
    scope: Scope,
  ): StaticValue {
    if (is(object, "MetaProperty")) {
      const name = computed ? undefined : nameOf(key);
      if (name === "dirname") return this.#context.folder;
      return new StaticExternal("import.meta", name === undefined ? [] : [name]);
    }
    if (is(object, "Super")) return UNKNOWN;
    const name = computed ? this.evaluate(key, scope) : nameOf(key);
    if (typeof name !== "string" && typeof name !== "number") return UNKNOWN;
    return property(this.evaluate(object, scope), String(name));
  }

  #call(
    { callee, arguments: written }: NodeOf<"CallExpression" | "OptionalCallExpression">,
    scope: Scope,
  ): StaticValue {
    const callArguments = this.#list(written, scope);
    if (is(callee, "Import")) return this.#require(callArguments[0]);
    if (is(callee, "MemberExpression") || is(callee, "OptionalMemberExpression")) {
      const member = callee as NodeOf<"MemberExpression">;
      if (!member.computed && !is(member.object, "MetaProperty") && !is(member.object, "Super")) {
        const target = this.evaluate(member.object, scope);
        const result = callMethod(target, nameOf(member.property), callArguments);
        if (result !== undefined) return result.value;
      }
    }
    return callValue(this.evaluate(callee, scope), callArguments, (specifier) => this.#require(specifier));
  }

  #require(specifier: StaticValue): StaticValue {
    if (typeof specifier !== "string") return UNKNOWN;
    if (!specifier.startsWith(".")) return new StaticExternal(specifier, []);
    const exported = this.#context.importModule(specifier);
    return exported === undefined ? UNKNOWN : (exported["default"] ?? exported);
  }

  #new({ callee, arguments: written }: NodeOf<"NewExpression">, scope: Scope): StaticValue {
    const [path, base] = this.#list(written, scope);
    const isUrl = is(callee, "Identifier") && callee.name === "URL";
    const isOfFile = base instanceof StaticExternal && base.module === "import.meta";
    if (!isUrl || typeof path !== "string" || !isOfFile) return UNKNOWN;
    return posix.join(this.#context.folder, path);
  }

  #assign({ left, right, operator }: NodeOf<"AssignmentExpression">, scope: Scope): StaticValue {
    const value = operator === "=" ? this.evaluate(right, scope) : UNKNOWN;
    if (is(left, "Identifier")) {
      scope.assign(left.name, value);
    } else if (is(left, "MemberExpression")) {
      const { object, property: key, computed } = left as NodeOf<"MemberExpression">;
      const target = is(object, "Super") ? UNKNOWN : this.evaluate(object, scope);
      const name = computed ? this.evaluate(key, scope) : nameOf(key);
      if (isStaticObject(target) && typeof name === "string") target[name] = value;
    }
    return value;
  }
}
