import { collectFromNpm } from "./npm-generator.ts";

collectFromNpm({
  name: "eleventy",
  packages: ["@11ty/eleventy@3", "markdown-it@14", "markdown-it-anchor@9"],
  build: ["eleventy"],
  output: "_site",
  basePath: "/prefix",
  isContent: ({ tagName }) => tagName === "main",
});
