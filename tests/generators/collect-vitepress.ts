import { collectFromNpm, hasClass } from "./npm-generator.ts";

collectFromNpm({
  name: "vitepress",
  packages: ["vitepress@1.6.4", "vue@3"],
  build: ["vitepress", "build"],
  output: ".vitepress/dist",
  basePath: "/proj",
  isContent: (element) => hasClass(element, "vp-doc"),
});
