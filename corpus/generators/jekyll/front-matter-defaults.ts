/** Front matter that `_config.yml` gives to files by their place and type. @see https://jekyllrb.com/docs/configuration/front-matter-defaults/ */
import type { Fields } from "../configuration.ts";
import { globSource } from "../shell-glob.ts";
import type { JekyllSettings } from "./settings.ts";

/** The nearer a scope is, the more it counts; the page itself counts most. */
export function withDefaults(
  sets: JekyllSettings["defaults"],
  { path, type, data }: { path: string; type: string; data: Fields },
): Fields {
  let merged: Fields = {};
  let old: JekyllSettings["defaults"][number] | undefined;
  for (const set of sets) {
    if ((set.type !== undefined && set.type !== type) || !isBelow(path, set.path)) continue;
    if (old === undefined || hasPrecedence(old, set)) {
      merged = { ...merged, ...set.values };
      old = set;
    } else {
      merged = { ...set.values, ...merged };
    }
  }
  const given = Object.entries(data).filter(([, value]) => value !== null && value !== undefined);
  return { ...merged, ...Object.fromEntries(given) };
}

function isBelow(path: string, scope: string): boolean {
  if (!scope.includes("*")) return path.startsWith(scope);
  return new RegExp(`^${globSource(scope)}`).test(path);
}

function hasPrecedence(
  old: JekyllSettings["defaults"][number],
  next: JekyllSettings["defaults"][number],
): boolean {
  if (next.path.length !== old.path.length) return next.path.length > old.path.length;
  return next.type !== undefined || old.type === undefined;
}
