/** Property tests take the same examples in every run; another `SEED` explores further. */
import fc from "fast-check";

const seed = typeof process === "undefined" ? undefined : process.env["SEED"];
fc.configureGlobal({ seed: seed === undefined ? 20_261_121 : Number(seed) });
