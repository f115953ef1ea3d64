/** The names of a key combination in an order of their own, so that two can be compared. */
const sorted = (names: string[]): string => names.sort().join();

/**
 * Whether a key event is the hotkey, such as `mod+i`; `mod` is Command on Apple systems and Control elsewhere.
 * A key without a modifier never is: it would catch typing.
 */
export function matchesHotkey(event: KeyboardEvent, hotkey: string | null): boolean {
  const wanted = hotkey
    ?.toLowerCase()
    .trim()
    .replace("mod", /Mac|iP/.test(navigator.platform) ? "meta" : "ctrl")
    .split("+");
  const pressed = (["ctrl", "meta", "alt", "shift"] as const).filter((name) => event[`${name}Key`]);
  return pressed.length > 0 && !!wanted && sorted(wanted) === sorted([...pressed, event.key?.toLowerCase()]);
}
