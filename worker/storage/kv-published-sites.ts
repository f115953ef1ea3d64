import { SITE_ID_PATTERN } from "../../core/corpus/format.ts";
import { MAX_KEY_PAGES } from "../constants.ts";
import type { PublishedSites } from "./published-sites.ts";

const PREFIX = "corpus/";
const POINTER = /^corpus\/([^/]+)\/current$/;

/** The sites whose pointers lie in KV. Keys come in order, and files of a site between its pointer and the next one. */
export function createKvPublishedSites(namespace: Pick<KVNamespace, "list">): PublishedSites {
  return {
    async onlySite() {
      let only: string | undefined;
      let cursor: string | null = null;
      for (let page = 0; page < MAX_KEY_PAGES; page += 1) {
        const list: KVNamespaceListResult<unknown> = await namespace.list({ prefix: PREFIX, cursor });
        for (const { name } of list.keys) {
          const site = POINTER.exec(name)?.[1];
          if (site === undefined || !SITE_ID_PATTERN.test(site)) continue;
          if (only !== undefined) return undefined;
          only = site;
        }
        if (list.list_complete) return only;
        ({ cursor } = list);
      }
      // Too many files to be sure.
      return undefined;
    },
  };
}
