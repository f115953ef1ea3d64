/** Gives the names of a pattern their values: of a declaration, or of a parameter. */
import type { ExpressionEvaluator } from "./evaluate-expression.ts";
import { property } from "./operators.ts";
import type { Expression } from "./parse-module.ts";
import type { Scope } from "./scope.ts";
import type { StaticValue } from "./static-value.ts";
import { is, nameOf, type AnyNode } from "./syntax.ts";

export function bindPattern(
  target: AnyNode,
  value: StaticValue,
  scope: Scope,
  expressions: Pick<ExpressionEvaluator, "evaluate">,
): void {
  if (is(target, "Identifier")) {
    scope.set(target.name, value);
  } else if (is(target, "AssignmentPattern")) {
    const { left, right } = target as unknown as { left: AnyNode; right: Expression };
    bindPattern(left, value === undefined ? expressions.evaluate(right, scope) : value, scope, expressions);
  } else if (is(target, "ObjectPattern")) {
    const { properties } = target as unknown as { properties: (AnyNode & Record<string, unknown>)[] };
    for (const entry of properties) {
      if (entry.type !== "ObjectProperty" || entry["computed"] === true) continue;
      const key = nameOf(entry["key"] as AnyNode);
      bindPattern(entry["value"] as AnyNode, property(value, key), scope, expressions);
    }
  } else if (is(target, "ArrayPattern")) {
    const { elements } = target as unknown as { elements: (AnyNode | null)[] };
    for (const [index, element] of elements.entries()) {
      if (element !== null) bindPattern(element, property(value, String(index)), scope, expressions);
    }
  }
}
