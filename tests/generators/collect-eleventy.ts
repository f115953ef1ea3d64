import { collect } from "./real-generator.ts";

collect({
  name: "eleventy",
  packages: ["@11ty/eleventy@3", "markdown-it@14", "markdown-it-anchor@9"],
  build: ["eleventy"],
  output: "_site",
  basePath: "",
  isContent: ({ tagName }) => tagName === "main",
});
