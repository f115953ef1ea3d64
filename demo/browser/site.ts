import { addCopyButtons } from "./copy-buttons.ts";
import { connectAskButtons } from "./ask-buttons.ts";
import { markCurrentSection } from "./current-section.ts";
import { connectThemeButton } from "./theme-button.ts";

connectThemeButton();
addCopyButtons();
connectAskButtons();
markCurrentSection();
document.querySelector("#site-navigation [aria-current]")?.scrollIntoView({ block: "nearest" });
