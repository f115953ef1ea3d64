import { html, type TemplateResult } from "lit";

/** Path data on a grid of 24 units, drawn as lines of 1.75. */
const ICON_PATHS = {
  close: "m6 6 12 12M18 6 6 18",
  expand: "M14 4h6v6M20 4l-7 7M10 20H4v-6M4 20l7-7",
  shrink: "M20 10h-6V4M14 10l7-7M4 14h6v6M10 14l-7 7",
  compose: "M12 20h8M4 20l1-4L16.5 4.5a2.1 2.1 0 0 1 3 3L8 19l-4 1Z",
  send: "M12 19V5M6 11l6-6 6 6",
  stop: "M7 7h10v10H7z",
  copy: "M9 9h11v11H9zM5 15H4V4h11v1",
  check: "m5 12.5 4.5 4.5L19 7.5",
  up: "M7 11v9H4v-9h3Zm0 0 4-7c1.6 0 2.5 1 2.2 2.6L12.6 10H19a1.6 1.6 0 0 1 1.6 2l-1.7 6.6A2 2 0 0 1 17 20H7",
  retry: "M20 11a8 8 0 1 0-2.3 6.3M20 5v6h-6",
  arrow: "M12 5v14M6 13l6 6 6-6",
  outward: "M8 16 16 8M9 8h7v7",
  history: "M4 12a8 8 0 1 0 2.3-5.7M4 4v4h4M12 8v4l3 2",
  edit: "M4 20l1-4L16.5 4.5a2.1 2.1 0 0 1 3 3L8 19l-4 1Z",
  warning: "M12 8.5v4.5M12 16.5v.01M12 3.5 21.5 20h-19L12 3.5Z",
} as const;

/** `down` is `up`, turned around. */
export type IconName = keyof typeof ICON_PATHS | "down";

/** A decorative icon: the control around it carries the name. */
export function icon(name: IconName): TemplateResult {
  const path = name === "down" ? "up" : name;
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
    <path d=${ICON_PATHS[path]} transform=${path === name ? "" : "rotate(180 12 12)"} />
  </svg>`;
}
