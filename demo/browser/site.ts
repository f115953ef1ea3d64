import { addCopyButtons } from "./copy-buttons.ts";
import { connectAskButtons } from "./ask-buttons.ts";
import { markCurrentSection } from "./current-section.ts";
import { connectThemeButton } from "./theme-button.ts";

connectThemeButton();
addCopyButtons();
connectAskButtons();
markCurrentSection();
showCurrentPage();

/** Scrolls the navigation, and only it, to the entry of this page. */
function showCurrentPage(): void {
  const navigation = document.querySelector<HTMLElement>("#site-navigation");
  const entry = navigation?.querySelector<HTMLElement>("[aria-current]");
  if (!navigation || !entry) return;
  const below = entry.getBoundingClientRect().bottom - navigation.getBoundingClientRect().bottom;
  if (below > 0) navigation.scrollTop = below + navigation.clientHeight / 2;
}
