/** How often something happened on one day. */
export interface EventCount {
  name: string;
  /** Empty for an event that comes in one kind only, and for a kind that nobody told. */
  kind: string;
  count: number;
}

/** Keeps how often what happened, by site and day: no visitor, no time of day, no text. */
export interface EventCountStore {
  /**
   * Adds to the counts of a day. Throws what the store throws; then none of them was added.
   *
   * @param day ISO 8601 date.
   */
  add(site: string, day: string, counts: readonly EventCount[]): Promise<void>;
  /** The counts of a day, by name and kind. Throws what the store throws. */
  read(site: string, day: string): Promise<EventCount[]>;
  /** Throws where nothing can be kept, with an error that says why. */
  check(): Promise<void>;
}
