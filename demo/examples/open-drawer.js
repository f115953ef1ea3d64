// A button of the page's own: commands wait in the queue when the assistant is not there yet.
document.querySelector("#ask").addEventListener("click", () => {
  window.AssistantChat = window.AssistantChat || [];
  window.AssistantChat.push(["show"]);
});
