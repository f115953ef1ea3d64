/** `locales.js`: what a panel needs that does not speak English, besides the file of its language. */
export { changeLanguage } from "./change-language.ts";
