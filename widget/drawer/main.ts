/** `drawer.js`: what only the drawer mode needs. */
export { DrawerResizeEvent } from "./drawer-edge.ts";
export { pushPage } from "./page-push.ts";
