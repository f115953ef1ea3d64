import { describeTraps } from "./describe-traps.ts";
import { openTrapSite } from "./real-generators.ts";

describeTraps("VitePress", await openTrapSite("vitepress", "vitepress"), { basePath: "/proj" });
