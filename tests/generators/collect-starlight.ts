import { collect, hasClass, type CollectOptions } from "./real-generator.ts";

const starlight: Omit<CollectOptions, "name" | "packages"> = {
  pagesOf: "starlight",
  build: ["astro", "build"],
  output: "dist",
  basePath: "/base",
  isContent: (element) => hasClass(element, "sl-markdown-content"),
};

collect({ ...starlight, name: "starlight", packages: ["astro@7", "@astrojs/starlight@0.42"] });
// Until then Markdown was read by remark, with another rule for ids.
collect({ ...starlight, name: "starlight-astro-5", packages: ["astro@5", "@astrojs/starlight@0.36"] });
