import { notes } from "../.source/server";
import { loader } from "fumadocs-core/source";
import { toFumadocsSource } from "fumadocs-mdx/runtime/server";

export const noteSource = loader({ baseUrl: "/notes", source: toFumadocsSource(notes, []) });
