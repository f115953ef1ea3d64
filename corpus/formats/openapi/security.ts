import type { Block } from "../../../core/corpus/format.ts";
import { isObject, listOf, objectOf, textOf, type DataObject } from "../../parse/parse-data.ts";
import type { OutlineItem } from "../../parse/outline.ts";
import { markdownFragment } from "../fragments.ts";
import type { Description } from "./description.ts";

/** How a request proves who it is from: one section, whatever the number of ways. */
export function authenticationItems(description: Description, depth: number): OutlineItem[] {
  const { root, references } = description;
  const schemes = Object.entries(objectOf(objectOf(root["components"])["securitySchemes"]));
  if (schemes.length === 0) return [];
  const everywhere = securityWords(root["security"], description);
  return [
    { kind: "heading", depth, text: "Authentication", anchor: "", standsAlone: true },
    ...(everywhere === "" ? [] : [{ kind: "paragraph", text: everywhere, isUnshown: true } as const]),
    ...schemes.flatMap(([name, value]): Block[] => {
      const scheme = references.resolve(value);
      return [
        { kind: "paragraph", text: `\`${name}\`: ${schemeWords(scheme)}.`, isUnshown: true },
        ...markdownFragment(textOf(scheme["description"]) ?? "").items.flatMap((item) =>
          item.kind === "heading" ? [] : [item],
        ),
        ...scopes(scheme),
      ];
    }),
  ];
}

/** "Needs `apiKey`, or `oauth` with the scopes `read`."; "" where nothing is said. */
export function securityWords(security: unknown, { root, references }: Description): string {
  if (!Array.isArray(security)) return "";
  const alternatives = security.filter(isObject);
  const schemes = objectOf(objectOf(root["components"])["securitySchemes"]);
  const ways = alternatives
    .filter((alternative) => Object.keys(alternative).length > 0)
    .map((alternative) =>
      Object.entries(alternative)
        .map(([name, needed]) => {
          const scheme = references.resolve(Object.hasOwn(schemes, name) ? schemes[name] : undefined);
          const list = listOf(needed).map((scope) => `\`${String(scope)}\``);
          const with_ =
            list.length === 0 ? "" : ` with the scope${list.length > 1 ? "s" : ""} ${list.join(", ")}`;
          const how = Object.keys(scheme).length === 0 ? "" : ` (${schemeWords(scheme)})`;
          return `\`${name}\`${how}${with_}`;
        })
        .join(" together with "),
    );
  if (ways.length === 0) return "Needs no authentication.";
  const optional = alternatives.length > ways.length ? ", or no authentication" : "";
  return `Needs ${[...new Set(ways)].join(", or ")}${optional}.`;
}

function schemeWords(scheme: DataObject): string {
  const type = textOf(scheme["type"]) ?? "";
  if (type === "apiKey") {
    return `an API key in the ${textOf(scheme["in"]) ?? "header"} \`${textOf(scheme["name"]) ?? ""}\``;
  }
  if (type === "http") {
    const name = (textOf(scheme["scheme"]) ?? "").toLowerCase();
    if (name === "basic") return "HTTP basic authentication, user name and password";
    const format = textOf(scheme["bearerFormat"]);
    if (name === "bearer") {
      return `a bearer token${format === undefined ? "" : ` (${format})`} in the header \`Authorization\``;
    }
    return `HTTP authentication "${name}"`;
  }
  if (type === "oauth2") return `OAuth 2${addresses(scheme)}`;
  if (type === "openIdConnect") return `OpenID Connect, ${textOf(scheme["openIdConnectUrl"]) ?? ""}`;
  return type === "mutualTLS" ? "a client certificate (mutual TLS)" : type;
}

function addresses(scheme: DataObject): string {
  const flows = Object.values(objectOf(scheme["flows"])).map(objectOf);
  const [flow = scheme] = flows;
  const authorize = textOf(flow["authorizationUrl"]);
  const token = textOf(flow["tokenUrl"]);
  return [
    authorize === undefined ? "" : `, authorization at ${authorize}`,
    token === undefined ? "" : `, tokens from ${token}`,
  ].join("");
}

function scopes(scheme: DataObject): Block[] {
  const flows = [...Object.values(objectOf(scheme["flows"])).map(objectOf), scheme];
  const all = new Map(flows.flatMap((flow) => Object.entries(objectOf(flow["scopes"]))));
  const items = [...all].map(([name, meaning]) => `\`${name}\`: ${String(meaning)}`);
  return items.length === 0
    ? []
    : [
        { kind: "paragraph", text: "Scopes:", isUnshown: true },
        { kind: "list", ordered: false, items },
      ];
}
