import { describe, expect, it } from "vitest";
import { openApiReader, readOpenApi } from "../../../../corpus/formats/openapi/openapi.ts";
import { apiPatternProblem } from "../../../../corpus/formats/openapi/api-address.ts";
import { pageOf as cut } from "../../../../corpus/page.ts";
import { documentsOf, formatInput, outlineOf, type TestFile } from "../support/pages.ts";

const YAML = `openapi: 3.1.0
info: { title: Ferry API, version: "2.4", description: "Books **crossings**." }
servers: [{ url: "https://{region}.ferry.example/v2/", variables: { region: { default: eu } } }]
security: [{ token: [] }]
tags: [{ name: Crossings, description: From harbour to harbour. }]
paths:
  /crossings/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: string }, description: Number of the crossing }]
    get:
      operationId: getCrossing
      summary: Find a crossing
      tags: [Crossings]
      description: "Also those of the past.\\n\\n- one\\n- two"
      parameters:
        - { name: lang, in: query, schema: { type: string, enum: [en, de], default: en } }
      responses:
        "200": { description: The crossing, content: { application/json: { schema: { $ref: "#/components/schemas/Crossing" }, example: { id: a1 } } } }
        "404": { $ref: "#/components/responses/Missing" }
    delete:
      responses: { "204": { description: Gone } }
webhooks:
  crossingCancelled: { post: { summary: A crossing was cancelled, responses: {} } }
components:
  securitySchemes: { token: { type: http, scheme: bearer } }
  responses: { Missing: { description: No such crossing } }
  schemas:
    Crossing:
      type: object
      required: [id]
      properties:
        id: { type: string, description: Number, maxLength: 12 }
        from: { $ref: "#/components/schemas/Harbour" }
        price: { type: object, properties: { amount: { type: number, default: 0 }, currency: { type: string } } }
        stops: { type: array, items: { $ref: "#/components/schemas/Harbour" } }
    Harbour:
      type: object
      properties: { name: { type: string }, next: { $ref: "#/components/schemas/Harbour" } }
    Payment: { oneOf: [{ $ref: "#/components/schemas/Card" }, { type: "null" }], discriminator: { propertyName: kind } }
    Card: { allOf: [{ $ref: "#/components/schemas/Harbour" }, { properties: { number: { type: string } } }] }
`;

const read = (content: string, more: Partial<TestFile> = {}) =>
  documentsOf(readOpenApi(formatInput({ path: "api/openapi.yaml", content, ...more })));
const lines = (content: string, more: Partial<TestFile> = {}) =>
  read(content, more).flatMap(({ items }) => outlineOf(items));

describe("OpenAPI", () => {
  it("tells the interface, how to prove who one is, and each operation", () => {
    expect(lines(YAML).slice(0, 29)).toEqual([
      "# Ferry API",
      "Books crossings.",
      "Version: 2.4. Base address: `https://eu.ferry.example/v2`.",
      "## Authentication",
      "Needs `token` (a bearer token in the header `Authorization`).",
      "`token`: a bearer token in the header `Authorization`.",
      "## Crossings",
      "From harbour to harbour.",
      "### Find a crossing: `GET /crossings/{id}`",
      "Also those of the past.",
      "- one",
      "- two",
      "GET https://eu.ferry.example/v2/crossings/{id}",
      "Operation: `getCrossing`.",
      "#### Parameters",
      "Parameter | In | Type | Required | Description",
      "`id` | path | string | yes | Number of the crossing",
      "`lang` | query | string |  | Allowed values: `en`, `de`. Default: `en`.",
      "#### Responses",
      "Status | Description | Body",
      "`200` | The crossing | Crossing",
      "`404` | No such crossing | ",
      "#### Example",
      "Answer:",
      '{\n  "id": "a1"\n}',
      "## Operations",
      "### `DELETE /crossings/{id}`",
      "DELETE https://eu.ferry.example/v2/crossings/{id}",
      "#### Parameters",
    ]);
  });

  it("tells schemas by their properties, and names what leads back to itself", () => {
    const all = lines(YAML);
    expect(all.slice(all.indexOf("## Schemas"))).toEqual([
      "## Schemas",
      "### `Crossing`",
      "Property | Type | Required | Description",
      "`id` | string | yes | Number. Longest length: `12`.",
      "`from` | Harbour |  | ",
      "`price` | object |  | ",
      "`price.amount` | number |  | Default: `0`.",
      "`price.currency` | string |  | ",
      "`stops` | array of Harbour |  | ",
      "### `Harbour`",
      "Property | Type",
      "`name` | string",
      "`next` | Harbour",
      "### `Payment`",
      "One of: Card or null. The property `kind` tells which.",
      "### `Card`",
      "All that Harbour has, and besides:",
      "Property | Type",
      "`name` | string",
      "`next` | Harbour",
      "`number` | string",
    ]);
    expect(all).toContain("### A crossing was cancelled: Webhook `crossingCancelled`");
  });

  it("gives every operation and schema a passage of its own", () => {
    const [document] = read(YAML);
    if (document === undefined) throw new Error("no document");
    const page = cut(document, { path: "openapi.yaml", url: "/openapi.yaml", language: "en" });
    if ("skipped" in page) throw new Error("skipped");
    expect(page.chunks.map(({ headingPath }) => headingPath.join(" > "))).toEqual([
      "",
      "Authentication",
      "Crossings",
      "Crossings > Find a crossing: GET /crossings/{id}",
      "Operations > DELETE /crossings/{id}",
      "Webhooks > A crossing was cancelled: Webhook crossingCancelled",
      "Schemas > Crossing",
      "Schemas > Harbour",
      "Schemas > Payment",
      "Schemas > Card",
    ]);
  });

  it.each([
    ["/reference#{operationId}", "/reference", "getCrossing"],
    ["/reference/{tag-slug}/{operation-id}/", "/reference/crossings/get-crossing/", ""],
    [
      "https://api.example.com/#/{tag}/{METHOD}{path}",
      "https://api.example.com/",
      "/Crossings/GET/crossings/%7Bid%7D",
    ],
  ])("places operations by the pattern %s", (apiUrlPattern, address, anchor) => {
    const found = read(YAML, { apiUrlPattern })
      .flatMap((document) => document.items.map((item) => ({ item, address: document.address })))
      .find(({ item }) => item.kind === "heading" && item.text.startsWith("Find a crossing"));
    expect(found).toMatchObject({ address, item: { anchor } });
  });

  it("leaves an operation without an anchor where a word of the pattern is not known", () => {
    const [document] = read(YAML, { apiUrlPattern: "/reference#{operationId}" });
    expect(document?.anchors).toEqual(["getCrossing"]);
    expect(outlineOf(document?.items ?? [])).toContain("### `DELETE /crossings/{id}`");
  });

  it("takes the place that an operation names itself", () => {
    const [, page] = read(
      `openapi: 3.0.0\ninfo: { title: A, description: Lead }\npaths: { /a: { get: { tags: [Use], summary: Get a, responses: {}, externalDocs: { url: "https://docs.example.com/rest#get-a" } } } }`,
    );
    expect(page).toMatchObject({
      address: "https://docs.example.com/rest",
      title: "A: Use",
      anchors: ["get-a"],
    });
  });

  it.each([
    ["reference", "It begins with a slash, or with http:// or https://"],
    ["/r#{operation}", "There is no {operation}"],
    ["/r#{operationId}", undefined],
  ])("says what is wrong with the pattern %s", (pattern, problem) => {
    expect(apiPatternProblem(pattern)).toBe(problem);
  });

  it("follows references to files of the site, and leaves those that lead nowhere", () => {
    const found = lines(
      `openapi: 3.0.0\ninfo: { title: A }\npaths:\n  /a: { $ref: "paths/a.yaml" }\n  /b: { $ref: "../../secret.yaml" }\n  /c: { $ref: "https://example.com/c.yaml" }\n`,
      {
        others: {
          "api/paths/a.yaml": `get: { summary: Get a, responses: { "200": { description: OK, content: { application/json: { schema: { type: object, properties: { x: { $ref: "../schemas.yaml#/X" } } } } } } }, parameters: [{ $ref: "../schemas.yaml#/P" }] }`,
          "api/schemas.yaml": `X: { type: string }\nP: { name: page, in: query, schema: { type: integer } }`,
        },
      },
    );
    expect(found).toContain("`page` | query | integer");
    expect(found).toContain("`x` | X");
    expect(found.join("\n")).not.toMatch(/\/b|\/c/);
  });

  it("ends where references go in circles", () => {
    const found = lines(`openapi: 3.0.0
info: { title: A, description: Lead }
paths: { /a: { $ref: "#/paths/~1b" }, /b: { $ref: "#/paths/~1a" } }
components:
  schemas:
    A: { $ref: "#/components/schemas/B" }
    B: { $ref: "#/components/schemas/A" }
    C: { allOf: [{ $ref: "#/components/schemas/C" }], properties: { c: { allOf: [{ $ref: "#/components/schemas/C" }] } } }
    D: { type: array, items: { type: array, items: { $ref: "#/components/schemas/D" } } }
`);
    expect(found).toContain("Type: array of array of D.");
    expect(found).toContain("`c` | C");
  });

  it("reads Swagger 2.0", () => {
    const found = lines(
      JSON.stringify({
        swagger: "2.0",
        info: { title: "Old", version: "1" },
        host: "old.example.com",
        basePath: "/v1",
        schemes: ["http", "https"],
        consumes: ["application/json"],
        paths: {
          "/boats": {
            post: {
              operationId: "addBoat",
              parameters: [
                { name: "body", in: "body", required: true, schema: { $ref: "#/definitions/Boat" } },
                { name: "dry", in: "query", type: "boolean", default: false },
              ],
              responses: { 201: { description: "Made", schema: { $ref: "#/definitions/Boat" } } },
            },
          },
        },
        definitions: {
          Boat: { type: "object", required: ["name"], properties: { name: { type: "string" } } },
        },
        securityDefinitions: { login: { type: "basic" } },
      }),
    );
    expect(found).toEqual(
      expect.arrayContaining([
        "Version: 1. Base address: `https://old.example.com/v1`.",
        "`login`: HTTP basic authentication, user name and password.",
        "### Add boat: `POST /boats`",
        "`dry` | query | boolean | Default: `false`.",
        "Required. `application/json`: Boat.",
        "`name` | string | yes",
        "`201` | Made | Boat",
      ]),
    );
  });

  it.each([
    ["package.json", `{"name":"x","version":"3.0.0","dependencies":{"openapi":"3.1.0"}}`],
    ["tsconfig.json", `{"compilerOptions":{"paths":{"@/*":["./*"]}}}`],
    ["ci.yaml", "name: build\non: push\njobs:\n  a: { steps: [] }\n"],
    ["data.json", `{"info":{"openapi":"3 things"},"paths":[1,2]}`],
  ])("leaves %s alone", (name, content) => {
    const isKnown = openApiReader.recognises?.({ name, head: content }) ?? true;
    expect(isKnown ? readOpenApi(formatInput({ path: name, content })) : []).toEqual([]);
  });

  it.each([
    [`{"openapi": "3.0.0",\n "info": {`, /^it is not valid JSON/],
    [`openapi: 3.0.0\ninfo: [\n`, /^it is not valid YAML: .*\(line \d+\)$/],
  ])("says where a broken one is broken", (content, message) => {
    expect(() => readOpenApi(formatInput({ path: "a.yaml", content }))).toThrow(message);
  });

  it("cuts a long table into several", () => {
    const properties = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [
        `field${index}`,
        { type: "string", description: "ten words ".repeat(5) },
      ]),
    );
    const [document] = read(
      JSON.stringify({
        openapi: "3.0.0",
        info: { title: "A" },
        components: { schemas: { Big: { properties } } },
      }),
    );
    const tables = document?.items.filter((item) => item.kind === "table") ?? [];
    expect(tables.length).toBeGreaterThan(2);
    expect(tables.reduce((sum, table) => sum + (table.kind === "table" ? table.rows.length - 1 : 0), 0)).toBe(
      60,
    );
  });
});
