import { describeTraps } from "./describe-traps.ts";
import { openTrapSite } from "./real-generators.ts";

describeTraps("Eleventy", await openTrapSite("eleventy", "eleventy"), { basePath: "/prefix" });
