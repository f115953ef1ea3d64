export interface MinimiseOptions {
  steps: number;
  learningRate: number;
  /** Parameters that stay as they are. */
  isHeld?: (index: number) => boolean;
}

/** Adam (Kingma and Ba 2015) over all examples at each step. @returns new parameters. */
export function minimise(
  start: Float64Array,
  gradientOf: (parameters: Float64Array) => Float64Array,
  { steps, learningRate, isHeld = () => false }: MinimiseOptions,
): Float64Array {
  const parameters = Float64Array.from(start);
  const mean = new Float64Array(start.length);
  const square = new Float64Array(start.length);
  for (let step = 1; step <= steps; step++) {
    const gradient = gradientOf(parameters);
    for (let at = 0; at < parameters.length; at++) {
      if (isHeld(at)) continue;
      const slope = gradient[at] ?? 0;
      mean[at] = 0.9 * (mean[at] ?? 0) + 0.1 * slope;
      square[at] = 0.999 * (square[at] ?? 0) + 0.001 * slope * slope;
      const momentum = (mean[at] ?? 0) / (1 - 0.9 ** step);
      const spread = Math.sqrt((square[at] ?? 0) / (1 - 0.999 ** step)) + 1e-8;
      parameters[at] = (parameters[at] ?? 0) - (learningRate * momentum) / spread;
    }
  }
  return parameters;
}
