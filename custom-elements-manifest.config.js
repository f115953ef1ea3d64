/** `npx custom-elements-manifest analyze` writes custom-elements.json from the JSDoc of the element. */
export default {
  globs: ["widget/loader/assistant-chat-element.ts", "widget/loader/define.ts"],
  outdir: ".",
};
