/** Front matter that is written in JavaScript, as Eleventy takes it. It is never run. */
import { evaluateModule } from "./evaluate-module.ts";
import { parseModule } from "./parse-module.ts";
import {
  createStaticObject,
  isStaticObject,
  PARTIAL,
  StaticFunction,
  UNKNOWN,
  type StaticObject,
  type StaticValue,
} from "./static-value.ts";

export interface JavaScriptFields {
  fields: Record<string, unknown>;
  /** Names of the fields that only running it tells. */
  unknown: string[];
}

/**
 * @param source an object, or a program whose names at the top are the fields.
 * @throws SyntaxError where it is neither.
 * @see https://www.11ty.dev/docs/data-frontmatter/#java-script-front-matter
 */
export function readJavaScriptFields(source: string): JavaScriptFields {
  const values = source.trimStart().startsWith("{")
    ? evaluate(`export default ${source}`)["default"]
    : namesOf(source);
  const fields: Record<string, unknown> = {};
  const unknown: string[] = [];
  if (!isStaticObject(values)) return { fields, unknown };
  // A function of Eleventy's data is given what the page says itself; the rest of the data is not known.
  const data = createStaticObject();
  Object.assign(data, values);
  data[PARTIAL] = true;
  for (const [name, value] of Object.entries(values)) {
    const plain = plainOf(value instanceof StaticFunction ? value.call([data]) : value);
    if (plain === UNKNOWN) unknown.push(name);
    else if (plain !== undefined) fields[name] = plain;
  }
  return { fields, unknown };
}

/**
 * What a module of data exports, as plain values; undefined where only running it tells.
 *
 * @throws SyntaxError where it is no module.
 */
export function readJavaScriptExport(source: string): unknown {
  const exported = evaluate(source)["default"];
  if (exported === undefined) return undefined;
  const value = plainOf(exported instanceof StaticFunction ? exported.call([]) : exported);
  return value === UNKNOWN ? undefined : value;
}

function evaluate(program: string): StaticObject {
  return evaluateModule(parseModule(program), { folder: ".", importModule: () => undefined });
}

function namesOf(program: string): StaticObject {
  const names = parseModule(program).body.flatMap((statement) => {
    if (statement.type === "FunctionDeclaration") return statement.id == null ? [] : [statement.id.name];
    if (statement.type !== "VariableDeclaration") return [];
    return statement.declarations.flatMap(({ id }) => (id.type === "Identifier" ? [id.name] : []));
  });
  return evaluate(`${program}\nexport { ${names.join(", ")} };`);
}

/** Lists and objects hold what is known of them. */
function plainOf(value: StaticValue): unknown {
  if (Array.isArray(value)) return value.map(plainOf).filter((item) => item !== UNKNOWN);
  if (isStaticObject(value)) {
    const known = Object.entries(value).map(([name, inner]) => [name, plainOf(inner)] as const);
    return Object.fromEntries(known.filter(([, inner]) => inner !== UNKNOWN));
  }
  return typeof value === "object" && value !== null ? UNKNOWN : value;
}
