/**
 * Directives that describe an object: a function, an option, a setting. Each is an entry below its signature, whose id is
 * that of its domain; "" where the rule is not known, or made of parsed types.
 *
 * @see https://www.sphinx-doc.org/en/master/usage/domains/index.html
 */
import type { OutlineItem } from "../../parse/outline.ts";
import type { BlockRenderer } from "./block-renderer.ts";
import type { DocumentContext, DocumentState } from "./document-context.ts";
import type { DirectiveBlock } from "./explicit-markup.ts";
import { fieldItems } from "./object-fields.ts";
import { objectId } from "./node-ids.ts";

interface Signature {
  text: string;
  /** Of its id; undefined where it has none that is known. */
  id: string | undefined;
  /** What members inside of it are named by. */
  inside?: Partial<Pick<DocumentState, "className" | "directive">>;
}

const PYTHON = new Set(
  "function data exception class method classmethod staticmethod attribute property decorator decoratormethod type".split(
    " ",
  ),
);
const JAVASCRIPT = new Set("function method class data attribute".split(" "));
const C_KINDS = new Set("function member var macro struct union enum enumerator type".split(" "));
const CPP_KINDS = new Set(
  "class struct function member var type enum enum-struct enum-class enumerator union concept".split(" "),
);

export interface ObjectKind {
  domain: string;
  kind: string;
}

/** Undefined for a directive that describes none. */
export function objectKind(
  name: string,
  { state, settings, isSphinx }: DocumentContext,
): ObjectKind | undefined {
  if (!isSphinx) return undefined;
  const [first = "", ...rest] = name.split(":");
  if (rest.length > 0)
    return rest.join(":") === "module" || /^(?:current|namespace|auto)/.test(rest[0] ?? "")
      ? undefined
      : { domain: first, kind: rest.join(":") };
  if (
    /^(?:option|cmdoption|envvar|describe|object|confval)$/.test(name) ||
    settings.objectTypes.includes(name)
  )
    return { domain: "std", kind: name };
  const kinds: Readonly<Record<string, ReadonlySet<string>>> = {
    py: PYTHON,
    js: JAVASCRIPT,
    c: C_KINDS,
    cpp: CPP_KINDS,
  };
  return kinds[state.domain]?.has(name) === true ? { domain: state.domain, kind: name } : undefined;
}

export function readObject(
  { domain, kind }: ObjectKind,
  { argument, options, content }: DirectiveBlock,
  renderer: BlockRenderer,
): OutlineItem[] {
  const { context } = renderer;
  const written = argument
    .replace(/\\\n\s*/g, " ")
    .split("\n")
    .map((line) => line.trim().replace(/\\(.)/g, "$1"))
    .filter((line) => line !== "");
  const hasIndex = !["no-index", "noindex"].some((name) => options.has(name));
  const signatures = written.flatMap((line) => signaturesOf(line, { domain, kind, options }, context));
  const named = signatures.map(({ text, id }) => {
    const anchor = hasIndex && id !== undefined && !context.ids.has(id) ? id : "";
    if (anchor !== "") {
      context.ids.note(anchor);
      context.anchors.add(anchor);
    }
    return { text: text.replace(/`/g, "'").replace(/\s+/g, " ").trim(), anchor };
  });
  renderer.claimName(options.get("name"));
  const [title, ...others] = named.filter(({ text }) => text !== "");
  const before = { ...context.state };
  Object.assign(context.state, signatures.find(({ inside }) => inside !== undefined)?.inside ?? {});
  const read = (): OutlineItem[] => {
    const further = others.map(({ text, anchor }): OutlineItem => ({
      kind: "paragraph",
      text,
      ...(anchor !== "" && { anchor }),
    }));
    return [...further, ...valueItems(kind, options, renderer), ...fieldItems(content, domain, renderer)];
  };
  const items = title === undefined ? read() : renderer.titled(title, read);
  context.state.className = before.className;
  context.state.directive = before.directive;
  return items;
}

/**
 * An object whose signature and text are in its program, with what the page says of it. A name that does not begin with
 * that of the module is taken as it is.
 */
export function readDocumented(kind: string, block: DirectiveBlock, renderer: BlockRenderer): OutlineItem[] {
  const { state } = renderer.context;
  const before = { ...state };
  const { module } = state;
  const name = block.argument.replace(/\(.*$/s, "").replace("::", ".").trim();
  let own = module !== "" && name.startsWith(`${module}.`) ? name.slice(module.length + 1) : name;
  const dot = name.lastIndexOf(".");
  if (own === name && dot > 0 && state.className === "") {
    state.module = /^(?:class|exception)$/.test(kind) ? name.slice(0, dot) : "";
    own = state.module === "" ? name : name.slice(dot + 1);
  }
  // Its parameters are not known.
  const items = readObject(
    { domain: "py", kind: /^(?:function|method)$/.test(kind) ? "data" : kind },
    { ...block, argument: own },
    renderer,
  );
  state.module = before.module;
  return items;
}

/** @see https://www.sphinx-doc.org/en/master/usage/domains/standard.html#directive-confval */
function valueItems(
  kind: string,
  options: ReadonlyMap<string, string>,
  { inline }: BlockRenderer,
): OutlineItem[] {
  if (kind !== "confval") return [];
  const fields = [
    ["Type", options.get("type")],
    ["Default", options.get("default")],
  ].flatMap(([label, value]) => (value === undefined || value === "" ? [] : [`${label}: ${inline(value)}`]));
  return fields.length === 0 ? [] : [{ kind: "list", ordered: false, items: fields }];
}

function signaturesOf(
  line: string,
  { domain, kind, options }: ObjectKind & { options: ReadonlyMap<string, string> },
  context: DocumentContext,
): Signature[] {
  const { state } = context;
  switch (domain) {
    case "py":
      return [pythonSignature(line, kind, options, context)];
    case "js":
      return [javascriptSignature(line, kind, state)];
    case "c":
      return [{ text: cText(line, kind), id: cId(line) }];
    case "cpp":
      return [{ text: cText(line, kind), id: undefined }];
    case "rst":
      return [restructuredSignature(line, kind, options, state)];
    case "http":
      return [httpSignature(line, kind)];
    case "std":
      return standardSignatures(line, kind, state);
    default:
      return [{ text: line, id: undefined }];
  }
}

const PYTHON_SIGNATURE = /^([\w.]{0,300}\.)?(\w+)\s*(\[[^\]]{0,300}\])?\s*(\(.*\))?\s*(?:->\s*(.*))?$/s;
const HAS_PARENTHESES = /^(?:function|method|classmethod|staticmethod)$/;

function pythonSignature(
  line: string,
  kind: string,
  options: ReadonlyMap<string, string>,
  { state, settings }: DocumentContext,
): Signature {
  const match = PYTHON_SIGNATURE.exec(line);
  if (match === null) return { text: line, id: undefined };
  const [, prefix = "", name = "", typeParameters = "", parameters, result] = match;
  const module = options.get("module") ?? state.module;
  const { className } = state;
  let shownPrefix = prefix;
  let full: string;
  if (className !== "") {
    const isInClass = prefix === `${className}.` || prefix.startsWith(`${className}.`);
    full = isInClass ? prefix + name : `${className}.${prefix}${name}`;
    if (isInClass) shownPrefix = prefix.slice(className.length + 1);
  } else {
    full = prefix + name;
    if (prefix === "" && module !== "" && settings.addsModuleNames) shownPrefix = `${module}.`;
  }
  const words = ["final", "abstract", "abstractmethod", "async", "classmethod", "static", "staticmethod"]
    .filter((option) => options.has(option) || (option === kind && /^(?:class|static)method$/.test(kind)))
    .map((option) => option.replace(/(?<=^(?:abstract|static))method$/, ""));
  if (/^(?:class|exception|property|type)$/.test(kind)) words.push(kind);
  const mark = kind.startsWith("decorator") ? "@" : "";
  const brackets = parameters ?? (HAS_PARENTHESES.test(kind) ? "()" : "");
  const type = options.get("type");
  const value = options.get("value") ?? options.get("canonical");
  const shown = [
    ...words,
    `${mark}${shownPrefix}${name}${typeParameters}${brackets}${type === undefined ? "" : `: ${type}`}`,
    ...(result === undefined ? [] : [`→ ${result}`]),
    ...(value === undefined || kind === "property" ? [] : [`= ${value}`]),
  ].join(" ");
  const nests = kind === "class" || kind === "exception";
  const id = objectId(module === "" ? full : `${module}.${full}`);
  return {
    text: shown,
    id,
    ...(nests
      ? { inside: { className: full } }
      : prefix !== "" && className === ""
        ? { inside: { className: prefix.slice(0, -1) } }
        : {}),
  };
}

function javascriptSignature(
  line: string,
  kind: string,
  { scriptModule: module, className }: DocumentState,
): Signature {
  const [, name = line] = /^([^\s(]{1,300})/.exec(line) ?? [];
  const full = [module, className, name].filter((part) => part !== "").join(".");
  const brackets = /^(?:function|method)$/.test(kind) && !line.includes("(") ? "()" : "";
  const words = kind === "class" ? "class " : "";
  return {
    text: `${words}${module !== "" && className === "" ? `${module}.` : ""}${line}${brackets}`,
    id: objectId(full.replace(/\$/g, "_S_")),
    ...(kind === "class" && { inside: { className: className === "" ? name : `${className}.${name}` } }),
  };
}

function cText(line: string, kind: string): string {
  return /^(?:struct|union|enum|class|concept)$/.test(kind) && !line.startsWith(kind)
    ? `${kind} ${line}`
    : line.replace(/;$/, "");
}

/** The name before the parentheses, or the last word. */
function cId(line: string): string | undefined {
  const name = /([A-Za-z_]\w*)\s*(?:\[[^\]]*\]\s*)*(?:\(|=|;|:|$)/.exec(line)?.[1];
  return name === undefined ? undefined : `c.${name}`;
}

function restructuredSignature(
  line: string,
  kind: string,
  options: ReadonlyMap<string, string>,
  { directive }: DocumentState,
): Signature {
  if (kind === "role") return { text: `:${line}:`, id: objectId(line, "role") };
  if (kind === "directive:option") {
    const [, name = line, rest = ""] = /^:?([^:\s]+):?\s*(.*)$/s.exec(line) ?? [];
    const type = options.get("type");
    const prefix = ["directive-option", ...(directive === "" ? [] : [directive])].join("-");
    return {
      text: [`:${name}:`, ...(rest === "" ? [] : [rest]), ...(type === undefined ? [] : [`(${type})`])].join(
        " ",
      ),
      id: objectId(name, prefix.replace(/[^a-zA-Z0-9._]+/g, "-")),
    };
  }
  const [, name = "", rest = ""] =
    /^((?:[^:\s]|:(?!:|\s|$))+)(?:\s*::)?\s*(.*)$/s.exec(line.replace(/^\.\.\s*/, "")) ?? [];
  return {
    text: `.. ${name}::${rest === "" ? "" : ` ${rest}`}`,
    id: objectId(name, "directive"),
    inside: { directive: name },
  };
}

/** @see `sphinxcontrib.httpdomain.http_resource_anchor` */
function httpSignature(line: string, kind: string): Signature {
  const method = kind === "any" ? "ANY" : kind.toUpperCase();
  const path = line.replace(/\([^()]*:/g, "(").replace(/\((\w+)\)/g, "($1)");
  const anchor = line
    .replace(/\((?:[^():]*:)?([^()]*)\)/g, "-$1")
    .replace(/[{}]/g, "")
    .replace(/[<>:/]/g, "-");
  return { text: `${method} ${path}`, id: `${kind}-${anchor.split("?")[0] ?? ""}` };
}

const OPTION = /^((?:\/|--|-|\+)?[^\s=[]+)(=?\s*.*)$/s;

function standardSignatures(line: string, kind: string, { program }: DocumentState): Signature[] {
  if (kind === "describe" || kind === "object") return [{ text: line, id: undefined }];
  if (kind !== "option" && kind !== "cmdoption") {
    return [{ text: line, id: objectId(line, kind) }];
  }
  // `-v, --verbose <level>`: one line, opened by the first of its names.
  const prefix = ["cmdoption", ...(program === "" ? [] : [program.replace(/\s+/g, "-")])].join("-");
  const first = OPTION.exec(line.split(", ")[0]?.trim() ?? "")?.[1];
  return [{ text: line, id: first === undefined ? undefined : objectId(first, prefix) }];
}
