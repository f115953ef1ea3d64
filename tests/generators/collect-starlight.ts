import { collectFromNpm, hasClass, type NpmGenerator } from "./npm-generator.ts";

const starlight: Omit<NpmGenerator, "name" | "packages"> = {
  pagesOf: "starlight",
  build: ["astro", "build"],
  output: "dist",
  basePath: "/base",
  isContent: (element) => hasClass(element, "sl-markdown-content"),
};

collectFromNpm({ ...starlight, name: "starlight", packages: ["astro@7", "@astrojs/starlight@0.42"] });
// Until then Markdown was read by remark, with another rule for ids.
collectFromNpm({ ...starlight, name: "starlight-astro-5", packages: ["astro@5", "@astrojs/starlight@0.36"] });
