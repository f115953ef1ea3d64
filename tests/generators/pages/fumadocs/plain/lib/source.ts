import { blogPosts, docs } from "../.source/server";
import { loader } from "fumadocs-core/source";
import { toFumadocsSource } from "fumadocs-mdx/runtime/server";

export const source = loader({ baseUrl: "/docs", source: docs.toFumadocsSource() });

export const blog = loader(toFumadocsSource(blogPosts, []), { baseUrl: "/blog" });
