/** @see https://spec.openapis.org/oas/v3.1.1.html#path-item-object */
const METHODS = ["get", "post", "put", "patch", "delete", "head", "options", "trace", "query"] as const;

export function isMethod(key: string): boolean {
  return METHODS.some((method) => method === key);
}
