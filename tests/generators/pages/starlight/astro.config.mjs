import { defineConfig } from "astro/config";
import starlight from "@astrojs/starlight";

export default defineConfig({
  site: "https://example.com",
  base: "/base",
  integrations: [
    starlight({
      title: "Traps",
      defaultLocale: "root",
      locales: { root: { label: "English", lang: "en" }, fr: { label: "Français" }, "zh-cn": { label: "简体中文", lang: "zh-CN" } },
    }),
  ],
});
