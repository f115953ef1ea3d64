/** `launcher-extras.js`: what only some pages need of the launcher, and the words for what is wrong with a tag. */
import type { ExtrasModule } from "../panel-contract.ts";
import { watchHotkeys } from "./hotkey.ts";
import { describeOwnLauncher } from "./own-launcher.ts";
import { loadInView } from "./load-in-view.ts";
import { showProblems } from "./show-problems.ts";

export { showProblems };

export const addExtras: ExtrasModule["addExtras"] = (host) => {
  watchHotkeys();
  loadInView(host);
  describeOwnLauncher(host);
  showProblems(host);
};
