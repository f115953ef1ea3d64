/** Knows which sites have a corpus. */
export interface PublishedSites {
  /** The site that is published alone; undefined where there is none, or more than one. Throws what the store throws. */
  onlySite(): Promise<string | undefined>;
}
