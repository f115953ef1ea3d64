/**
 * `<PackageManagers pkg="kiln" dev />`, a plug-in of Starlight: the same command for each manager of packages.
 *
 * @see https://starlight-package-managers.vercel.app/usage/
 */
import type { Block } from "../../core/corpus/format.ts";
import { attributeText, type JsxElement } from "./jsx.ts";

const COMMANDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  npm: {
    add: "npm i",
    create: "npm create",
    dlx: "npx",
    exec: "npx",
    install: "npm install",
    remove: "npm uninstall",
    run: "npm run",
  },
  pnpm: {
    add: "pnpm add",
    create: "pnpm create",
    dlx: "pnpx",
    exec: "pnpm",
    install: "pnpm install",
    remove: "pnpm remove",
    run: "pnpm run",
  },
  yarn: {
    add: "yarn add",
    create: "yarn create",
    dlx: "yarn dlx",
    exec: "yarn",
    install: "yarn install",
    remove: "yarn remove",
    run: "yarn run",
  },
};

/** Each command behind the name of its manager; undefined for another element, and where a value is not known. */
export function packageManagerBlocks(node: JsxElement): Block[] | undefined {
  if (node.name !== "PackageManagers") return undefined;
  const type = attributeText(node, "type") ?? "add";
  const isDev = node.attributes.some((attribute) => "name" in attribute && attribute.name === "dev");
  const rest = [attributeText(node, "pkg"), attributeText(node, "args")].filter((text) => text !== undefined);
  const blocks = Object.entries(COMMANDS).flatMap(([manager, commands]): Block[] => {
    const command = commands[type];
    if (command === undefined) return [];
    const code = [command, ...(isDev && type === "add" ? ["-D"] : []), ...rest].join(" ");
    return [
      { kind: "paragraph", text: `${manager}:` },
      { kind: "code", language: "sh", code },
    ];
  });
  return blocks.length === 0 ? undefined : blocks;
}
