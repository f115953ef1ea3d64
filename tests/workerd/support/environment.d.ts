declare namespace Cloudflare {
  /** The bindings of wrangler.toml, as `cloudflare:workers` hands them to a test. */
  interface Env extends WorkerEnvironment {}
}

type WorkerEnvironment = import("../../../worker/env.ts").Env;

declare module "*.sql?raw" {
  const text: string;
  export default text;
}

declare module "*.toml?raw" {
  const text: string;
  export default text;
}
