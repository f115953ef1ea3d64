/** Nodes of a program, as they are asked for. */
import type { Expression, Statement } from "./parse-module.ts";

export type AnyNode = Expression | Statement | { type: string };
export type NodeOf<Type extends string> = Extract<Expression | Statement, { type: Type }>;

export function is<Type extends string>(node: AnyNode, type: Type): node is NodeOf<Type> & AnyNode {
  return node.type === type;
}

export function nameOf(node: AnyNode): string {
  const { name, value, id } = node as { name?: string; value?: unknown; id?: AnyNode };
  if (typeof name === "string") return name;
  if (typeof value === "string" || typeof value === "number") return String(value);
  return id === undefined ? "" : nameOf(id);
}

/** Whether a condition that is not known decides whether the function ends here. */
export function mayReturn(statement: NodeOf<"IfStatement">): boolean {
  const returns = (node: AnyNode | null | undefined): boolean => {
    if (node == null) return false;
    if (is(node, "ReturnStatement")) return true;
    if (is(node, "BlockStatement")) return (node as NodeOf<"BlockStatement">).body.some(returns);
    if (is(node, "IfStatement")) return mayReturn(node as NodeOf<"IfStatement">);
    return false;
  };
  return returns(statement.consequent) || returns(statement.alternate);
}
