// Lists each violation of the page's policy, so that a person and a test can see that there is none.
document.addEventListener("securitypolicyviolation", (event) => {
  const item = document.createElement("li");
  item.textContent = `${event.violatedDirective}: ${event.blockedURI} ${event.sample}`;
  document.querySelector("#violations")?.append(item);
});
