export const rewrites: Record<string, string> = {
  "old/name.md": "new/name.md",
  "team/:person/bio.md": "people/:person.md",
};
