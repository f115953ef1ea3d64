import { describeTraps } from "./describe-traps.ts";
import { openTrapSite } from "./real-generators.ts";

describeTraps("Docusaurus", await openTrapSite("docusaurus", "docusaurus"), { basePath: "/base" });
