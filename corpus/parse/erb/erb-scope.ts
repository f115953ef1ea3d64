/** What a page of Middleman may name: its front matter, its configuration, and the files of `data/`. */
import type { DialectContext } from "../dialects/dialect-context.ts";
import { parseJsonOrYaml } from "../parse-data.ts";
import { RubyObject, UNKNOWN } from "./ruby-value.ts";

export interface ErbPage {
  /** Whether ERB is run over the page itself; over what it includes it may be. */
  isErb: boolean;
  /** Of the pages, below the project's root; "" for the root itself. */
  source: string;
  /** From the site's base; undefined for what is no page. */
  address: string | undefined;
  /** What of `config` is known. */
  config: Readonly<Record<string, unknown>>;
}

/** Values by their names; undefined where a page has none of it. */
export function createPageScope(
  { fields, include }: Pick<DialectContext, "fields" | "include">,
  { address, config }: ErbPage,
): (name: string) => unknown {
  const page = knownFields({ data: fields, ...(address !== undefined && { url: address }) });
  const data = new RubyObject((name) => dataFile(name, include));
  const configuration = knownFields(config);
  const values: Readonly<Record<string, unknown>> = {
    current_page: page,
    current_resource: page,
    config: configuration,
    data,
    app: knownFields({ data, config: configuration }),
  };
  return (name) => (Object.hasOwn(values, name) ? values[name] : undefined);
}

function knownFields(fields: Readonly<Record<string, unknown>>): RubyObject {
  return new RubyObject((name) => (Object.hasOwn(fields, name) ? fields[name] : UNKNOWN));
}

function dataFile(name: string, include: DialectContext["include"]): unknown {
  if (!/^\w[\w-]{0,200}$/.test(name)) return UNKNOWN;
  for (const extension of ["yml", "yaml", "json"]) {
    const text = include(`/data/${name}.${extension}`);
    if (text === undefined) continue;
    try {
      return parseJsonOrYaml(text);
    } catch {
      // Whoever reads the file for its own sake reports what is wrong with it.
      return UNKNOWN;
    }
  }
  return new RubyObject(() => UNKNOWN);
}
