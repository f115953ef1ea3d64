import { defineConfig } from "vitepress";
import { rewrites } from "./rewrites";

const base = "/proj/";

export default defineConfig({
  base,
  srcDir: "./docs",
  srcExclude: ["**/drafts/**", "private.md"],
  rewrites: { ...rewrites, "packages/:pkg/docs/(.*)": "packages/:pkg/(.*)" },
  ignoreDeadLinks: true,
  locales: {
    root: { label: "English", lang: "en-US" },
    de: { label: "Deutsch", lang: "de" },
    zh: { label: "中文", lang: "zh-CN" },
  },
});
