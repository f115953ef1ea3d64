import { collectFromNpm } from "./npm-generator.ts";

collectFromNpm({
  name: "docusaurus",
  packages: [
    "@docusaurus/core@3",
    "@docusaurus/preset-classic@3",
    "@docusaurus/types@3",
    "react@19",
    "react-dom@19",
    "@mdx-js/react@3",
  ],
  isModule: false,
  build: ["docusaurus", "build", "--no-minify"],
  output: "build",
  basePath: "/base",
  isContent: ({ tagName }) => tagName === "article" || tagName === "main",
});
