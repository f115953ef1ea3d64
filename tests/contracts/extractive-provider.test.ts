import { createExtractiveProvider } from "../../core/answer/extractive-provider.ts";
import { testGenerationProvider } from "./generation-provider.ts";

testGenerationProvider("The extractive provider", createExtractiveProvider);
