import { describeTraps } from "./describe-traps.ts";
import { openTrapSite } from "./real-generators.ts";

describeTraps("Starlight", await openTrapSite("starlight", "starlight"), { basePath: "/base" });
describeTraps(
  "Starlight",
  await openTrapSite("starlight", "starlight", {
    expected: "starlight-astro-5",
    change: { readsWithRemark: true },
  }),
  { basePath: "/base" },
);
