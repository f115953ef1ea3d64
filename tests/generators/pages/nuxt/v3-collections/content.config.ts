import { defineCollection, defineContentConfig } from "@nuxt/content";

const page = (source: unknown) => defineCollection({ type: "page", source: source as string });

export default defineContentConfig({
  collections: {
    content: defineCollection({ type: "page", source: "index.md" }),
    docs: defineCollection({
      type: "page",
      source: { include: "docs/**", prefix: "/handbook", exclude: ["docs/private/**"] },
    }),
    blog: defineCollection({ type: "page", source: "blog/*.md" }),
    en: defineCollection({ type: "page", source: { include: "en/**", prefix: "" } }),
    de: defineCollection({ type: "page", source: { include: "de/**/*.md", prefix: "/de" } }),
    authors: defineCollection({ type: "data", source: "authors/**" }),
    several: defineCollection({
      type: "page",
      source: [
        { include: "team/*.md", prefix: "/people" },
        { include: "notes/**", exclude: ["notes/draft.md"] },
      ],
    }),
    called: page({ include: "loose/*.md", prefix: "/tied" }),
    beside: defineCollection({ type: "page", source: { cwd: "more", include: "**/*.md", prefix: "/More Pages" } }),
  },
});
