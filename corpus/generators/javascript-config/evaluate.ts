/**
 * Evaluates a configuration file as far as it can be without running it: literals, objects, arrays, templates, names
 * of the file and of files that it imports, spreads, conditions, and calls of its own simple functions. All else is
 * `UNKNOWN`. Environment variables count as not set, and the build as one for production: so the site is built.
 */
import { posix } from "node:path";
import { callGlobal, callMethod } from "./methods.ts";
import { binary, property, truthOf, unary } from "./operators.ts";
import type { Expression, Program, Statement } from "./parse-module.ts";
import { Scope } from "./scope.ts";
import {
  createStaticObject,
  isStaticObject,
  PARTIAL,
  StaticCall,
  StaticExternal,
  StaticFunction,
  StaticRegExp,
  UNKNOWN,
  unwrap,
  type StaticObject,
  type StaticValue,
} from "./static-value.ts";
import { is, mayReturn, nameOf, type AnyNode, type NodeOf } from "./syntax.ts";

/** A configuration takes some thousands of steps; more is a loop of functions that call each other. */
const MAX_STEPS = 200_000;
const MAX_CALL_DEPTH = 40;

export interface ModuleContext {
  /** Folder of the file, relative to the project's root; "." at the root. */
  folder: string;
  /** The exports of a file that this one imports, as it names it; undefined where it can't be read. */
  importModule: (specifier: string) => StaticObject | undefined;
}

/** The exports of a program; what CommonJS exports is its `default`. */
export function evaluateModule(program: Program, context: ModuleContext): StaticObject {
  const evaluator = new Evaluator(context);
  return evaluator.run(program);
}

class Evaluator {
  readonly #context: ModuleContext;
  readonly #exports = createStaticObject();
  #steps = 0;
  #callDepth = 0;

  constructor(context: ModuleContext) {
    this.#context = context;
  }

  run(program: Program): StaticObject {
    const scope = new Scope();
    const commonJs = createStaticObject();
    commonJs["exports"] = createStaticObject();
    scope.set("module", commonJs);
    scope.set("exports", commonJs["exports"]);
    scope.set("__dirname", this.#context.folder);
    this.#runStatements(program.body, scope);
    const exported = commonJs["exports"];
    const isEmpty = isStaticObject(exported) && Object.keys(exported).length === 0;
    if (!("default" in this.#exports) && !isEmpty) {
      this.#exports["default"] = exported;
      if (isStaticObject(exported)) {
        for (const [name, value] of Object.entries(exported)) this.#exports[name] ??= value;
      }
    }
    return this.#exports;
  }

  /** The value that a `return` among the statements gives, in an array; undefined where none is reached. */
  #runStatements(statements: readonly Statement[], scope: Scope): [StaticValue] | undefined {
    for (const statement of statements) {
      const declared = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
      if (declared?.type === "FunctionDeclaration" && declared.id != null) {
        scope.set(declared.id.name, this.#function(declared, scope));
      }
    }
    for (const statement of statements) {
      const returned = this.#runStatement(statement, scope);
      if (returned !== undefined) return returned;
    }
    return undefined;
  }

  #runStatement(statement: Statement, scope: Scope): [StaticValue] | undefined {
    switch (statement.type) {
      case "ImportDeclaration":
        this.#import(statement, scope);
        return undefined;
      case "VariableDeclaration":
        for (const { id, init } of statement.declarations) {
          const value = init == null ? undefined : this.evaluate(init, scope);
          this.#bind(id, value, scope);
        }
        return undefined;
      case "ExportDefaultDeclaration": {
        const { declaration } = statement;
        this.#exports["default"] =
          declaration.type === "FunctionDeclaration"
            ? this.#function(declaration, scope)
            : this.evaluate(declaration, scope);
        return undefined;
      }
      case "ExportNamedDeclaration":
        this.#exportNamed(statement, scope);
        return undefined;
      case "TSExportAssignment":
        this.#exports["default"] = this.evaluate(statement.expression, scope);
        return undefined;
      case "ExpressionStatement":
        this.evaluate(statement.expression, scope);
        return undefined;
      case "ReturnStatement":
        return [statement.argument == null ? undefined : this.evaluate(statement.argument, scope)];
      case "BlockStatement":
        return this.#runStatements(statement.body, new Scope(scope));
      case "IfStatement": {
        const test = this.evaluate(statement.test, scope);
        const isTrue = truthOf(test);
        if (isTrue === undefined) return mayReturn(statement) ? [UNKNOWN] : undefined;
        const branch = isTrue ? statement.consequent : statement.alternate;
        return branch == null ? undefined : this.#runStatement(branch, scope);
      }
      case "TryStatement":
        return this.#runStatements(statement.block.body, new Scope(scope));
      default:
        return undefined;
    }
  }

  #import(statement: NodeOf<"ImportDeclaration">, scope: Scope): void {
    const module = statement.source.value;
    const isRelative = module.startsWith(".");
    const exported = isRelative ? this.#context.importModule(module) : undefined;
    for (const specifier of statement.specifiers) {
      let value: StaticValue;
      if (specifier.type === "ImportNamespaceSpecifier") {
        value = isRelative ? (exported ?? UNKNOWN) : new StaticExternal(module, []);
      } else {
        const name = specifier.type === "ImportDefaultSpecifier" ? "default" : nameOf(specifier.imported);
        if (!isRelative) value = new StaticExternal(module, name === "default" ? [] : [name]);
        else value = exported === undefined ? UNKNOWN : property(exported, name);
      }
      scope.set(specifier.local.name, value);
    }
  }

  #exportNamed(statement: NodeOf<"ExportNamedDeclaration">, scope: Scope): void {
    const { declaration, source } = statement;
    if (declaration?.type === "FunctionDeclaration" && declaration.id != null) {
      this.#exports[declaration.id.name] = scope.get(declaration.id.name);
    } else if (declaration?.type === "VariableDeclaration") {
      this.#runStatement(declaration, scope);
      for (const { id } of declaration.declarations) {
        if (id.type === "Identifier") this.#exports[id.name] = scope.get(id.name);
      }
    }
    const from = source == null ? undefined : this.#context.importModule(source.value);
    for (const specifier of statement.specifiers) {
      if (specifier.type !== "ExportSpecifier") continue;
      const local = nameOf(specifier.local);
      const value =
        source == null
          ? this.#identifier(local, scope)
          : from === undefined
            ? UNKNOWN
            : property(from, local);
      this.#exports[nameOf(specifier.exported)] = value;
    }
  }

  #bind(target: AnyNode, value: StaticValue, scope: Scope): void {
    if (is(target, "Identifier")) {
      scope.set(target.name, value);
    } else if (is(target, "AssignmentPattern")) {
      const { left, right } = target as unknown as { left: AnyNode; right: Expression };
      this.#bind(left, value === undefined ? this.evaluate(right, scope) : value, scope);
    } else if (is(target, "ObjectPattern")) {
      const { properties } = target as unknown as { properties: (AnyNode & Record<string, unknown>)[] };
      for (const entry of properties) {
        if (entry.type !== "ObjectProperty" || entry["computed"] === true) continue;
        const key = nameOf(entry["key"] as AnyNode);
        this.#bind(entry["value"] as AnyNode, property(value, key), scope);
      }
    } else if (is(target, "ArrayPattern")) {
      const { elements } = target as unknown as { elements: (AnyNode | null)[] };
      for (const [index, element] of elements.entries()) {
        if (element !== null) this.#bind(element, property(value, String(index)), scope);
      }
    }
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
        return this.#identifier(expression.name, scope);
      case "ObjectExpression":
        return this.#object(expression, scope);
      case "ArrayExpression":
        return this.#list(expression.elements, scope);
      case "ArrowFunctionExpression":
      case "FunctionExpression":
        return this.#function(expression, scope);
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

  #identifier(name: string, scope: Scope): StaticValue {
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
        entry.type === "ObjectMethod" ? this.#function(entry, scope) : this.evaluate(entry.value, scope);
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

  #function(node: AnyNode, scope: Scope): StaticFunction {
    const { params, body } = node as unknown as { params: AnyNode[]; body: AnyNode };
    return new StaticFunction((callArguments) => {
      if (this.#callDepth >= MAX_CALL_DEPTH) return UNKNOWN;
      this.#callDepth += 1;
      try {
        const inner = new Scope(scope);
        for (const [index, parameter] of params.entries()) {
          if (is(parameter, "RestElement")) {
            const { argument } = parameter as unknown as { argument: AnyNode };
            this.#bind(argument, callArguments.slice(index), inner);
          } else {
            this.#bind(parameter, index < callArguments.length ? callArguments[index] : undefined, inner);
          }
        }
        if (!is(body, "BlockStatement")) return this.evaluate(body, inner);
        const { body: statements } = body as unknown as { body: Statement[] };
        return this.#runStatements(statements, inner)?.[0];
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
    const called = this.evaluate(callee, scope);
    if (called instanceof StaticFunction) return called.call(callArguments);
    if (called instanceof StaticExternal) {
      const name = called.path.at(-1);
      if (called.module === "" && name === "require" && called.path.length === 1) {
        return this.#require(callArguments[0]);
      }
      if (name === "fileURLToPath") return callArguments[0];
      const made = called.module === "" ? callGlobal(called.path, callArguments) : undefined;
      if (made !== undefined) return made.value;
      return new StaticCall(
        name ?? called.module,
        called.module === "" ? undefined : called.module,
        callArguments,
      );
    }
    // `nextra({ … })(nextConfig)`: the configuration is what is given last.
    if (called instanceof StaticCall) return new StaticCall(called.name, called.module, callArguments);
    return UNKNOWN;
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
