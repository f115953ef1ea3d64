export default { index: "Start", "guide": "Guide" };
