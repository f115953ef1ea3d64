/** What the call of a value gives, as far as it can be known without running what is called. */
import { callGlobal } from "./methods.ts";
import { StaticCall, StaticExternal, StaticFunction, UNKNOWN, type StaticValue } from "./static-value.ts";

/** @param requireModule what `require` gives. */
export function callValue(
  called: StaticValue,
  callArguments: readonly StaticValue[],
  requireModule: (specifier: StaticValue) => StaticValue,
): StaticValue {
  if (called instanceof StaticFunction) return called.call(callArguments);
  if (called instanceof StaticExternal) {
    const name = called.path.at(-1);
    if (called.module === "" && name === "require" && called.path.length === 1) {
      return requireModule(callArguments[0]);
    }
    if (name === "fileURLToPath") return callArguments[0];
    const made = called.module === "" ? callGlobal(called.path, callArguments) : undefined;
    if (made !== undefined) return made.value;
    return new StaticCall(
      name ?? called.module,
      called.module === "" ? undefined : called.module,
      callArguments,
    );
  }
  // `nextra({ … })(nextConfig)`: the configuration is what is given last.
  if (called instanceof StaticCall) return new StaticCall(called.name, called.module, callArguments);
  return UNKNOWN;
}
