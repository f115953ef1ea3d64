import { createMDX } from "fumadocs-mdx/next";

export default createMDX()({ output: "export", basePath: "/base", images: { unoptimized: true } });
