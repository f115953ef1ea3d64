import { createExtractiveProvider } from "../../core/answer/quote/extractive-provider.ts";
import { testGenerationProvider } from "./generation-provider.ts";

testGenerationProvider("The extractive provider", createExtractiveProvider);
