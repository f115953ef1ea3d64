/** Of all lines that are shipped, so many of 100 are run by tests. */
export const MIN_COVERED_LINES_PERCENT = 90;
