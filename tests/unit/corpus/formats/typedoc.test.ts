import { describe, expect, it } from "vitest";
import { readTypedoc, typedocReader } from "../../../../corpus/formats/typedoc/typedoc.ts";
import { documentsOf, formatInput, outlineOf } from "../support/pages.ts";

const text = (words: string) => ({ summary: [{ kind: "text", text: words }] });
const STRING = { type: "intrinsic", name: "string" };

/** As version 0.28 writes a class, two functions whose names differ in case alone, and a namespace. */
const PROJECT = {
  schemaVersion: "2.0",
  name: "Ferry",
  variant: "project",
  kind: 1,
  readme: [{ kind: "text", text: "# Ferry\n\nBooks crossings." }],
  children: [
    {
      name: "Ship",
      kind: 128,
      comment: {
        ...text("A ship."),
        blockTags: [{ tag: "@example", content: [{ kind: "code", text: "```ts\nnew Ship();\n```" }] }],
      },
      extendedTypes: [
        {
          type: "reference",
          name: "Map",
          typeArguments: [
            STRING,
            {
              type: "array",
              elementType: { type: "union", types: [STRING, { type: "literal", value: null }] },
            },
          ],
        },
      ],
      children: [
        {
          name: "constructor",
          kind: 512,
          signatures: [{ name: "Ship", kind: 16384, type: { type: "reference", name: "Ship" } }],
        },
        {
          name: "bookSeats",
          kind: 2048,
          signatures: [
            {
              name: "bookSeats",
              kind: 4096,
              comment: {
                summary: [
                  { kind: "text", text: "Books seats. See " },
                  { kind: "inline-tag", tag: "@link", text: "Ship" },
                  { kind: "text", text: "." },
                ],
                blockTags: [
                  { tag: "@returns", content: [{ kind: "text", text: "the number" }] },
                  { tag: "@throws", content: [{ kind: "text", text: "when full" }] },
                ],
              },
              parameters: [
                {
                  name: "count",
                  kind: 32768,
                  flags: {},
                  type: { type: "intrinsic", name: "number" },
                  comment: text("how many"),
                },
                {
                  name: "force",
                  kind: 32768,
                  flags: { isOptional: true },
                  type: { type: "intrinsic", name: "boolean" },
                },
              ],
              type: {
                type: "reference",
                name: "Promise",
                typeArguments: [{ type: "intrinsic", name: "number" }],
              },
            },
          ],
        },
        {
          name: "length",
          kind: 262144,
          getSignature: {
            name: "length",
            kind: 524288,
            comment: text("In metres."),
            type: { type: "intrinsic", name: "number" },
          },
        },
        { name: "secret", kind: 1024, flags: { isPrivate: true }, type: STRING },
        { name: "old", kind: 1024, inheritedFrom: {}, type: STRING },
        { name: "own", kind: 1024, comment: { modifierTags: ["@internal"] }, type: STRING },
        { name: "Name", kind: 1024, type: STRING },
        { name: "name", kind: 1024, type: STRING },
      ],
    },
    {
      name: "parse",
      kind: 64,
      signatures: [{ name: "parse", kind: 4096, comment: text("Parses."), type: STRING }],
    },
    { name: "Parse", kind: 64, signatures: [{ name: "Parse", kind: 4096, type: STRING }] },
    {
      name: "tools",
      kind: 4,
      children: [
        {
          name: "LIMIT",
          kind: 32,
          comment: text("The limit."),
          defaultValue: "300",
          type: { type: "literal", value: 300 },
        },
      ],
    },
  ],
};

const read = (value: object, path = "api.json") =>
  documentsOf(readTypedoc(formatInput({ path, content: JSON.stringify(value) })));

describe("TypeDoc", () => {
  it("places pages as its HTML has them, below the place of the file", () => {
    expect(read(PROJECT, "api/docs.json").map(({ address, title }) => [address, title])).toEqual([
      ["api/index.html", "Ferry"],
      ["api/classes/Ship.html", "Class Ship"],
      ["api/functions/parse.html", "Function parse"],
      ["api/functions/Parse-1.html", "Function Parse"],
      ["api/variables/tools.LIMIT.html", "Variable LIMIT"],
    ]);
  });

  it("makes a passage of each member, with its signature and its comment", () => {
    expect(outlineOf(read(PROJECT)[1]?.items ?? [])).toEqual([
      "A ship.",
      "Example:",
      "new Ship();",
      "Extends `Map<string, (string | null)[]>`.",
      "## `new Ship()` {#constructor}",
      "new Ship(): Ship",
      "## `bookSeats()` {#bookseats}",
      "bookSeats(count: number, force?: boolean): Promise<number>",
      "Books seats. See `Ship`.",
      "Returns: the number",
      "Throws: when full",
      "Parameter | Type | Required | Description",
      "`count` | number | yes | how many",
      "`force` | boolean |  | ",
      "## `length` {#length}",
      "length: number",
      "In metres.",
      "## `Name`",
      "Name: string",
      "## `name`",
      "name: string",
    ]);
  });

  it("is sure of fewer ids where the version is not told", () => {
    const { schemaVersion: _, ...old } = PROJECT;
    expect(read(old)[1]?.anchors).toEqual(["constructor", "length"]);
  });

  it("reads the comments of old versions", () => {
    const old = {
      name: "A",
      kind: 1,
      kindString: "Project",
      children: [
        {
          name: "f",
          kind: 64,
          kindString: "Function",
          signatures: [
            {
              name: "f",
              kind: 4096,
              comment: { shortText: "Does it.", returns: "what is done" },
              type: STRING,
            },
          ],
        },
      ],
    };
    expect(outlineOf(read(old)[0]?.items ?? [])).toEqual([
      "f(): string",
      "Does it.",
      "Returns: what is done",
    ]);
  });

  it.each([
    ["package.json", { name: "a", version: "1.0.0", kind: 3 }],
    ["data.json", { variant: "blue", kind: "x" }],
  ])("leaves %s alone", (name, value) => {
    expect(typedocReader.recognises?.({ name, head: JSON.stringify(value) })).toBe(false);
  });
});
