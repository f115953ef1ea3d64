export default { index: "Start", with_underscore: { display: "hidden" } };
