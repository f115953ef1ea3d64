import { version } from "../package.json";

/** Version of this release, as health reports it. */
export const VERSION: string = version;
