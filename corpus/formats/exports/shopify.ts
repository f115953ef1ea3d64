/** Products, pages, articles and policies of Shopify. @see https://help.shopify.com/manual/products/import-export/using-csv */
import type { OutlineItem } from "../../parse/outline.ts";
import { isObject, listOf, parseJson, textOf, type DataObject } from "../../parse/parse-data.ts";
import { parseDelimited } from "../../parse/parse-delimited.ts";
import { isDraftStatus } from "../draft-status.ts";
import type { ReadDocument } from "../document.ts";
import {
  EXPORT_MAX_BYTES,
  type DocumentResult,
  type FormatInput,
  type FormatReader,
} from "../format-reader.ts";
import { exportedDocument, exportResults, LeftOutTexts } from "./export-documents.ts";

export const shopifyProductsReader: FormatReader = {
  name: "Shopify products",
  extensions: [".csv"],
  maxBytes: EXPORT_MAX_BYTES,
  recognises: ({ head }) => {
    const [header = ""] = head.split(/\r?\n/, 1);
    return (
      /(?:^|,|\u00BF)"?(?:URL )?handle"?,/i.test(header) &&
      /,"?(?:Body \(HTML\)|Description)"?,/i.test(header)
    );
  },
  read: (input) => readShopifyProducts(input),
};

interface Product {
  handle: string;
  title: string;
  html: string;
  vendor?: string | undefined;
  type?: string | undefined;
  /** "Size: S" of each variant, with its price. */
  variants: { options: string; price: string; sku: string }[];
  leftOut?: string;
  date?: string | undefined;
}

export function readShopifyProducts({ text }: FormatInput): DocumentResult[] {
  const [header = [], ...rows] = parseDelimited(text);
  const names = header.map((name) => name.trim().toLowerCase());
  const cell = (row: readonly string[], ...wanted: readonly string[]): string => {
    for (const name of wanted) {
      const index = names.indexOf(name);
      if (index >= 0) return row[index]?.trim() ?? "";
    }
    return "";
  };
  const products = new Map<string, Product>();
  for (const row of rows) {
    const handle = cell(row, "handle", "url handle");
    if (handle === "") continue;
    let product = products.get(handle);
    if (product === undefined) {
      const status = cell(row, "status");
      const published = cell(row, "published", "published on online store");
      const leftOut = isDraftStatus(status)
        ? `not published (${status})`
        : /^false$/i.test(published)
          ? "not published"
          : "";
      product = {
        handle,
        title: cell(row, "title"),
        html: cell(row, "body (html)", "description"),
        vendor: cell(row, "vendor"),
        type: cell(row, "type"),
        variants: [],
        ...(leftOut !== "" && { leftOut }),
      };
      products.set(handle, product);
    }
    const options = [1, 2, 3].flatMap((number) => {
      const value = cell(row, `option${number} value`);
      return value === "" || value === "Default Title" ? [] : [value];
    });
    const price = cell(row, "variant price", "price");
    if (price !== "")
      product.variants.push({ options: options.join(", "), price, sku: cell(row, "variant sku", "sku") });
  }
  return productResults([...products.values()]);
}

export const shopifyJsonReader: FormatReader = {
  name: "Shopify export",
  extensions: [".json"],
  maxBytes: EXPORT_MAX_BYTES,
  recognises: ({ head }) =>
    /"body_html"\s*:/.test(head) || /"policies"\s*:/.test(head) || /"admin_graphql_api_id"\s*:/.test(head),
  read: (input) => readShopifyJson(input),
};

/** Below which path each kind lies. */
const PLACES: Readonly<Record<string, string>> = {
  products: "products",
  pages: "pages",
  collections: "collections",
  custom_collections: "collections",
  smart_collections: "collections",
  policies: "policies",
  articles: "",
};

export function readShopifyJson({ text, path }: FormatInput): DocumentResult[] {
  const root = parseJson(text);
  const kinds: (readonly [string, unknown])[] = isObject(root)
    ? Object.entries(root)
    : [[/polic/i.test(path) ? "policies" : /product/i.test(path) ? "products" : "pages", root]];
  const products: Product[] = [];
  const documents: ReadDocument[] = [];
  const leftOut = new LeftOutTexts();
  let isOne = false;
  for (const [kind, values] of kinds) {
    const place = Object.hasOwn(PLACES, kind) ? PLACES[kind] : undefined;
    if (place === undefined) continue;
    for (const value of listOf(values).filter(isObject)) {
      if (!("body_html" in value) && !(kind === "policies" && "body" in value)) continue;
      isOne = true;
      if (kind === "products") products.push(productOf(value));
      else {
        const title = textOf(value["title"]) ?? "";
        if ("published_at" in value && value["published_at"] === null) leftOut.add("not published", title);
        else documents.push(pageOf(value, title, place));
      }
    }
  }
  if (!isOne) return [];
  return products.length > 0
    ? [...productResults(products), ...documents, ...leftOut.results()]
    : exportResults(documents, leftOut);
}

function pageOf(value: DataObject, title: string, place: string): ReadDocument {
  const handle = textOf(value["handle"]);
  return exportedDocument({
    title,
    html: textOf(value["body_html"]) ?? textOf(value["body"]) ?? "",
    address:
      textOf(value["url"]) ?? (handle === undefined || place === "" ? undefined : `/${place}/${handle}`),
    date: textOf(value["updated_at"]),
  });
}

function productOf(value: DataObject): Product {
  const status = textOf(value["status"]);
  const leftOut = isDraftStatus(status)
    ? `not published (${status ?? ""})`
    : value["published_at"] === null
      ? "not published"
      : "";
  return {
    handle: textOf(value["handle"]) ?? "",
    title: textOf(value["title"]) ?? "",
    html: textOf(value["body_html"]) ?? "",
    vendor: textOf(value["vendor"]),
    type: textOf(value["product_type"]),
    date: textOf(value["updated_at"]),
    variants: listOf(value["variants"])
      .filter(isObject)
      .flatMap((variant) => {
        const price = textOf(variant["price"]);
        const title = textOf(variant["title"]) ?? "";
        return price === undefined
          ? []
          : [{ options: title === "Default Title" ? "" : title, price, sku: textOf(variant["sku"]) ?? "" }];
      }),
    ...(leftOut !== "" && { leftOut }),
  };
}

function productResults(products: readonly Product[]): DocumentResult[] {
  const leftOut = new LeftOutTexts();
  const documents = products.flatMap((product) => {
    const { handle, title, html, date } = product;
    if (product.leftOut !== undefined) {
      leftOut.add(product.leftOut, title);
      return [];
    }
    return [
      exportedDocument({
        title: title === "" ? handle : title,
        html,
        address: `/products/${handle}`,
        date,
        lead: factsOf(product),
      }),
    ];
  });
  return exportResults(documents, leftOut);
}

/** The currency is the shop's, which the export does not name. */
function factsOf({ title, vendor = "", type = "", variants }: Product): OutlineItem[] {
  const prices = [...new Set(variants.map(({ price }) => price))].sort(
    (left, right) => Number(left) - Number(right),
  );
  const [lowest] = prices;
  const highest = prices.at(-1);
  const price =
    lowest === undefined
      ? ""
      : lowest === highest
        ? `The price of ${title} is ${lowest}.`
        : `The price of ${title} is from ${lowest} to ${highest ?? ""}.`;
  const made = [vendor === "" ? "" : `Brand: ${vendor}.`, type === "" ? "" : `Kind: ${type}.`];
  const said = [price, ...made].filter((text) => text !== "").join(" ");
  const named = variants.filter(({ options }) => options !== "");
  const table = [
    ["Variant", "Price", "SKU"],
    ...named.map(({ options, price: cost, sku }) => [options, cost, sku]),
  ];
  return [
    ...(said === "" ? [] : [{ kind: "paragraph", text: said, isUnshown: true } as const]),
    ...(named.length < 2 ? [] : [{ kind: "table" as const, rows: table }]),
  ];
}
