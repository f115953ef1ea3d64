// What a tag manager does: a script element made in code, long after the page was parsed. Under Trusted Types
// a page's own policy has to vouch for the address; only the loader's is let through.
const policy = window.trustedTypes?.createPolicy("tag-manager", {
  createScriptURL: (url) => {
    if (url !== "/assistant-chat.js") throw new TypeError(`Not a script of this page: ${url}`);
    return url;
  },
});

window.AssistantChat = window.AssistantChat || [];
window.AssistantChat.push(["ask", "How do I install it?"]);

addEventListener("load", () => {
  const script = document.createElement("script");
  script.type = "module";
  script.dataset.site = "docs";
  script.dataset.persist = "none";
  script.src = policy ? policy.createScriptURL("/assistant-chat.js") : "/assistant-chat.js";
  document.head.append(script);
});
