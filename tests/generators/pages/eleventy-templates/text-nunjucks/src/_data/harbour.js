export default {
  opened: 1987,
  days: ["Monday", "Friday"],
};
