/**
 * Evaluates a configuration file as far as it can be without running it: literals, objects, arrays, templates, names
 * of the file and of files that it imports, spreads, conditions, and calls of its own simple functions. All else is
 * `UNKNOWN`. Environment variables count as not set, and the build as one for production: so the site is built.
 */
import { bindPattern } from "./bind-pattern.ts";
import { ExpressionEvaluator, type ModuleContext } from "./evaluate-expression.ts";
import { property, truthOf } from "./operators.ts";
import type { Program, Statement } from "./parse-module.ts";
import { Scope } from "./scope.ts";
import {
  createStaticObject,
  isStaticObject,
  StaticExternal,
  UNKNOWN,
  type StaticObject,
  type StaticValue,
} from "./static-value.ts";
import { mayReturn, nameOf, type NodeOf } from "./syntax.ts";

/** The exports of a program; what CommonJS exports is its `default`. */
export function evaluateModule(program: Program, context: ModuleContext): StaticObject {
  return new ModuleEvaluator(context).run(program);
}

class ModuleEvaluator {
  readonly #context: ModuleContext;
  readonly #exports = createStaticObject();
  readonly #expressions: ExpressionEvaluator;

  constructor(context: ModuleContext) {
    this.#context = context;
    this.#expressions = new ExpressionEvaluator(context, (statements, scope) =>
      this.#runStatements(statements, scope),
    );
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
        scope.set(declared.id.name, this.#expressions.functionOf(declared, scope));
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
          const value = init == null ? undefined : this.#expressions.evaluate(init, scope);
          bindPattern(id, value, scope, this.#expressions);
        }
        return undefined;
      case "ExportDefaultDeclaration": {
        const { declaration } = statement;
        this.#exports["default"] =
          declaration.type === "FunctionDeclaration"
            ? this.#expressions.functionOf(declaration, scope)
            : this.#expressions.evaluate(declaration, scope);
        return undefined;
      }
      case "ExportNamedDeclaration":
        this.#exportNamed(statement, scope);
        return undefined;
      case "TSExportAssignment":
        this.#exports["default"] = this.#expressions.evaluate(statement.expression, scope);
        return undefined;
      case "ExpressionStatement":
        this.#expressions.evaluate(statement.expression, scope);
        return undefined;
      case "ReturnStatement":
        return [
          statement.argument == null ? undefined : this.#expressions.evaluate(statement.argument, scope),
        ];
      case "BlockStatement":
        return this.#runStatements(statement.body, new Scope(scope));
      case "IfStatement": {
        const test = this.#expressions.evaluate(statement.test, scope);
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
          ? this.#expressions.identifier(local, scope)
          : from === undefined
            ? UNKNOWN
            : property(from, local);
      this.#exports[nameOf(specifier.exported)] = value;
    }
  }
}
