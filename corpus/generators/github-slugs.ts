/** The slugs of GitHub, which most generators of JavaScript have taken over. @see https://github.com/Flet/github-slugger */
import GithubSlugger, { slug } from "github-slugger";

/** Gives slugs of a page, each once. */
export function createSlugCounter({ keepsCase = false } = {}): (text: string) => string {
  const slugger = new GithubSlugger();
  return (text) => slugger.slug(text, keepsCase);
}

/** Without regard to others. */
export function githubSlug(text: string): string {
  return slug(text);
}
