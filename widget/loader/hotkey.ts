/** A key with its modifiers, such as `mod+i`; `mod` is Command on Apple systems and Control elsewhere. */
export function matchesHotkey(event: KeyboardEvent, hotkey: string | null): boolean {
  const names = hotkey?.toLowerCase().trim().split("+") ?? [];
  const key = names.pop();
  const mod = /Mac|iP/.test(navigator.platform) ? "meta" : "ctrl";
  return (
    // Without a modifier a hotkey would catch typing.
    names.length > 0 &&
    event.key?.toLowerCase() === key &&
    (["ctrl", "meta", "alt", "shift"] as const).every(
      (name) => event[`${name}Key`] === (names.includes(name) || (name === mod && names.includes("mod"))),
    )
  );
}
