import { createRequire } from "node:module";

/**
 * A library that few runs need, loaded where it is first used: every thread that reads pages would pay for it. For those
 * that have a form for `require`; where an asynchronous function calls, `await import()` does the same.
 *
 * @param moduleUrl `import.meta.url` of the one file that knows the library
 * @returns gives the library's exports
 */
export function lazyRequire<T>(moduleUrl: string, specifier: string): () => T {
  let loaded: T | undefined;
  return () => (loaded ??= createRequire(moduleUrl)(specifier) as T);
}
