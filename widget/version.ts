import { version } from "../package.json";

/** Version of this build: part of every URL that may be cached for ever. */
export const VERSION: string = version;
