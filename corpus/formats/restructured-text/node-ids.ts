/** Ids as docutils' `document.set_id` gives them, with the prefix that Sphinx sets. */
import { docutilsId } from "../../generators/sphinx/docutils-ids.ts";

export class NodeIds {
  readonly #used = new Set<string>();
  #count = 0;

  /** Of a node with these names: the first whose id is free, else `id1`, `id2`, … */
  claim(...names: string[]): string {
    for (const name of names) {
      const id = docutilsId(name);
      if (id !== "" && !this.#used.has(id)) {
        this.#used.add(id);
        return id;
      }
    }
    let id: string;
    do {
      this.#count += 1;
      id = `id${this.#count}`;
    } while (this.#used.has(id));
    this.#used.add(id);
    return id;
  }

  /** One that is not made here. */
  note(id: string): void {
    this.#used.add(id);
  }

  has(id: string): boolean {
    return this.#used.has(id);
  }
}

/** Of an object: capitals, dots and underscores stay. @see `sphinx.util.nodes.make_id` */
export function objectId(term: string, prefix = ""): string | undefined {
  const id = (prefix === "" ? term : `${prefix}-${term}`)
    .normalize("NFKD")
    .replace(/[^\0-\x7F]/g, "")
    .trim()
    .replace(/\s+/g, " ")
    .replace(/[^a-zA-Z0-9._]+/g, "-")
    .replace(/^[-0-9._]+|-+$/g, "");
  return id === "" || id === prefix ? undefined : id;
}
