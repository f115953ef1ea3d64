/** What of `conf.py` decides the text of pages in reStructuredText. */
import { fieldsOf, textOf } from "../configuration.ts";
import type { PythonValues } from "./python-values.ts";

export interface RestructuredSettings {
  /** Stand above and below each page: mostly definitions. */
  prolog: string;
  epilog: string;
  /** `|version|` and their like, as far as they are written in it. */
  values: Readonly<Record<string, string>>;
  /** Of `sphinx.ext.extlinks`: by role, the text with `%s` for what it is given. */
  linkRoles: Readonly<Record<string, string>>;
  /** Role of what names none. */
  defaultRole: string;
  /** Directives that describe an object of their kind, added by the project: `confval`. */
  objectTypes: readonly string[];
  /** Roles that refer to what the project added, and show it as code. */
  codeRoles: readonly string[];
  /** Quotes and dashes are set as printers set them. */
  isTypographic: boolean;
  showsTodos: boolean;
  addsModuleNames: boolean;
  addsParentheses: boolean;
}

export const RESTRUCTURED_DEFAULTS: RestructuredSettings = {
  prolog: "",
  epilog: "",
  values: {},
  linkRoles: {},
  defaultRole: "",
  objectTypes: [],
  codeRoles: [],
  isTypographic: true,
  showsTodos: false,
  addsModuleNames: true,
  addsParentheses: true,
};

const ADDED_ROLE =
  /\badd_(?:object|crossref)_type\(\s{0,99}(?:directivename\s{0,9}=\s{0,9})?["'][\w-]{1,60}["'],\s{0,99}(?:rolename\s{0,9}=\s{0,9})?["']([\w-]{1,60})["']/g;
const OBJECT_TYPE = /\badd_object_type\(\s{0,99}(?:directivename\s{0,9}=\s{0,9})?["']([\w-]{1,60})["']/g;

/** @param text of `conf.py`: what its function `setup` adds stands in no value. */
export function restructuredSettings(values: PythonValues, text: string): RestructuredSettings {
  const project = textOf(values.get("project"));
  const known = { version: textOf(values.get("version")), release: textOf(values.get("release")), project };
  const links = Object.entries(fieldsOf(values.get("extlinks"))).map(([role, link]): [string, string] => {
    const [url, caption] = Array.isArray(link) ? (link as unknown[]) : [];
    // Without a caption the address is shown.
    const shown = typeof caption === "string" && caption !== "" ? caption : (textOf(url) ?? "");
    return [role.toLowerCase(), shown.includes("%s") ? shown : `${shown}%s`];
  });
  return {
    prolog: textOf(values.get("rst_prolog")) ?? "",
    epilog: textOf(values.get("rst_epilog")) ?? "",
    values: Object.fromEntries(
      Object.entries(known).filter((entry): entry is [string, string] => entry[1] !== undefined),
    ),
    linkRoles: Object.fromEntries(links),
    defaultRole: textOf(values.get("default_role")) ?? "",
    objectTypes: [...text.matchAll(OBJECT_TYPE)].map(([, name = ""]) => name.toLowerCase()),
    codeRoles: [...text.matchAll(ADDED_ROLE)].map(([, name = ""]) => name.toLowerCase()),
    isTypographic: values.get("smartquotes") !== false,
    showsTodos: values.get("todo_include_todos") === true,
    addsModuleNames: values.get("add_module_names") !== false,
    addsParentheses: values.get("add_function_parentheses") !== false,
  };
}
