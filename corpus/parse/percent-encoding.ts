/** A text without its percent-encoding; as it is where it holds a `%` that encodes nothing. */
export function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
