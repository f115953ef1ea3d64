/** `drawer.js`: what only the drawer mode needs. */
export { DrawerResizeEvent } from "./drawer-edge.ts";
export { default as drawerCss } from "./drawer.css?inline";
export { pushPage } from "./page-push.ts";
