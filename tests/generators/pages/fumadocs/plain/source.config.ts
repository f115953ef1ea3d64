import { defineCollections, defineConfig, defineDocs, frontmatterSchema } from "fumadocs-mdx/config";

export const docs = defineDocs({ dir: "content/docs" });

export const blogPosts = defineCollections({ type: "doc", dir: "content/posts", schema: frontmatterSchema });

export const notes = defineCollections({ type: "doc", dir: "content/notes", schema: frontmatterSchema });

export default defineConfig({ mdxOptions: { rehypeCodeOptions: false, remarkImageOptions: false } });
