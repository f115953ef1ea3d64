/**
 * Truncated singular value decomposition of a sparse matrix by randomised subspace iteration (Halko,
 * Martinsson, Tropp 2011). Deterministic: the random start comes from a fixed seed, and only operations whose
 * results IEEE 754 fixes are used.
 */

/** A sparse matrix in rows: of row r the entries `starts[r]` to `starts[r + 1]`. */
export interface SparseMatrix {
  rowCount: number;
  columnCount: number;
  starts: Uint32Array;
  columns: Uint32Array;
  values: Float32Array;
}

/** Directions beyond those that are kept: they make the kept ones exact. */
const OVERSAMPLING = 8;

/** Each iteration sharpens the spectrum; after two the kept directions no longer change the ranking. */
const ITERATIONS = 2;

/** Sweeps of the Jacobi method over a matrix of some forty rows; it converges in less than ten. */
const MAX_SWEEPS = 30;

/**
 * @returns for each column its coordinates in the `dimensions` strongest directions, scaled by their singular
 *   values, row-major: `columnCount` rows of `dimensions` numbers. Fewer columns than dimensions leave zeros.
 */
export function columnCoordinates(matrix: SparseMatrix, dimensions: number): Float32Array {
  const { rowCount, columnCount } = matrix;
  const width = Math.min(dimensions + OVERSAMPLING, rowCount, columnCount);
  const coordinates = new Float32Array(columnCount * dimensions);
  if (width === 0) return coordinates;
  const right = randomMatrix(columnCount, width);
  const left = new Float64Array(rowCount * width);
  for (let iteration = 0; iteration < ITERATIONS; iteration++) {
    orthonormalise(right, width);
    multiply(matrix, right, left, width);
    orthonormalise(left, width);
    multiplyTransposed(matrix, left, right, width);
  }
  orthonormalise(right, width);
  multiply(matrix, right, left, width);
  // The squares of the singular values are the eigenvalues of what is left.
  const { values, vectors } = eigenvectors(gram(left, width), width);
  const order = values.map((_, index) => index).sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0));
  const kept = order.slice(0, dimensions);
  for (let column = 0; column < columnCount; column++) {
    kept.forEach((source, target) => {
      let sum = 0;
      for (let index = 0; index < width; index++) {
        sum += (right[column * width + index] as number) * (vectors[index * width + source] as number);
      }
      coordinates[column * dimensions + target] = sum * Math.sqrt(Math.max(0, values[source] ?? 0));
    });
  }
  return coordinates;
}

/** `out` = matrix × factor. */
function multiply(matrix: SparseMatrix, factor: Float64Array, out: Float64Array, width: number): void {
  const { rowCount, starts, columns, values } = matrix;
  out.fill(0);
  for (let row = 0; row < rowCount; row++) {
    const target = row * width;
    const end = starts[row + 1] as number;
    for (let entry = starts[row] as number; entry < end; entry++) {
      const source = (columns[entry] as number) * width;
      const value = values[entry] as number;
      for (let index = 0; index < width; index++) {
        out[target + index] = (out[target + index] as number) + value * (factor[source + index] as number);
      }
    }
  }
}

/** `out` = matrixᵀ × factor. */
function multiplyTransposed(
  matrix: SparseMatrix,
  factor: Float64Array,
  out: Float64Array,
  width: number,
): void {
  const { rowCount, starts, columns, values } = matrix;
  out.fill(0);
  for (let row = 0; row < rowCount; row++) {
    const source = row * width;
    const end = starts[row + 1] as number;
    for (let entry = starts[row] as number; entry < end; entry++) {
      const target = (columns[entry] as number) * width;
      const value = values[entry] as number;
      for (let index = 0; index < width; index++) {
        out[target + index] = (out[target + index] as number) + value * (factor[source + index] as number);
      }
    }
  }
}

/** matrixᵀ × matrix of a tall matrix. */
function gram(matrix: Float64Array, width: number): Float64Array {
  const out = new Float64Array(width * width);
  for (let start = 0; start < matrix.length; start += width) {
    for (let i = 0; i < width; i++) {
      const value = matrix[start + i] as number;
      if (value === 0) continue;
      for (let j = i; j < width; j++) {
        out[i * width + j] = (out[i * width + j] as number) + value * (matrix[start + j] as number);
      }
    }
  }
  for (let i = 0; i < width; i++) {
    for (let j = 0; j < i; j++) out[i * width + j] = out[j * width + i] as number;
  }
  return out;
}

/**
 * Makes the columns of a tall matrix orthonormal, in place: by Cholesky's factor of its Gram matrix, twice,
 * since once is inexact for columns that are nearly alike. A column that depends on others becomes zero.
 */
function orthonormalise(matrix: Float64Array, width: number): void {
  for (let pass = 0; pass < 2; pass++) {
    const factor = cholesky(gram(matrix, width), width);
    for (let start = 0; start < matrix.length; start += width) {
      for (let j = 0; j < width; j++) {
        let value = matrix[start + j] as number;
        for (let i = 0; i < j; i++) {
          value -= (matrix[start + i] as number) * (factor[j * width + i] as number);
        }
        const pivot = factor[j * width + j] as number;
        matrix[start + j] = pivot === 0 ? 0 : value / pivot;
      }
    }
  }
}

/** Below this share of the largest diagonal entry a pivot is rounding error. */
const PIVOT_TOLERANCE = 1e-12;

/** The lower triangle L with L × Lᵀ = matrix; dependent rows are zero. */
function cholesky(matrix: Float64Array, width: number): Float64Array {
  const lower = new Float64Array(width * width);
  let largest = 0;
  for (let i = 0; i < width; i++) largest = Math.max(largest, matrix[i * width + i] as number);
  for (let j = 0; j < width; j++) {
    for (let i = j; i < width; i++) {
      let sum = matrix[i * width + j] as number;
      for (let k = 0; k < j; k++) {
        sum -= (lower[i * width + k] as number) * (lower[j * width + k] as number);
      }
      if (i === j) {
        lower[j * width + j] = sum <= largest * PIVOT_TOLERANCE ? 0 : Math.sqrt(sum);
      } else {
        const pivot = lower[j * width + j] as number;
        lower[i * width + j] = pivot === 0 ? 0 : sum / pivot;
      }
    }
  }
  return lower;
}

/** All eigenvalues and eigenvectors (in columns) of a small symmetric matrix, by cyclic Jacobi rotations. */
function eigenvectors(symmetric: Float64Array, width: number): { values: number[]; vectors: Float64Array } {
  const matrix = symmetric.slice();
  const vectors = new Float64Array(width * width);
  for (let i = 0; i < width; i++) vectors[i * width + i] = 1;
  for (let sweep = 0; sweep < MAX_SWEEPS; sweep++) {
    let rotated = false;
    for (let p = 0; p < width; p++) {
      for (let q = p + 1; q < width; q++) {
        const offDiagonal = matrix[p * width + q] as number;
        const scale = Math.abs(matrix[p * width + p] as number) + Math.abs(matrix[q * width + q] as number);
        if (Math.abs(offDiagonal) <= PIVOT_TOLERANCE * scale) continue;
        rotated = true;
        const theta =
          ((matrix[q * width + q] as number) - (matrix[p * width + p] as number)) / (2 * offDiagonal);
        const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const cosine = 1 / Math.sqrt(tangent * tangent + 1);
        rotate(matrix, width, p, q, cosine, tangent * cosine, true);
        rotate(vectors, width, p, q, cosine, tangent * cosine, false);
      }
    }
    if (!rotated) break;
  }
  const values = Array.from({ length: width }, (_, index) => matrix[index * width + index] as number);
  return { values, vectors };
}

function rotate(
  matrix: Float64Array,
  width: number,
  p: number,
  q: number,
  cosine: number,
  sine: number,
  both: boolean,
): void {
  for (let i = 0; i < width; i++) {
    const a = matrix[i * width + p] as number;
    const b = matrix[i * width + q] as number;
    matrix[i * width + p] = cosine * a - sine * b;
    matrix[i * width + q] = sine * a + cosine * b;
  }
  if (!both) return;
  for (let i = 0; i < width; i++) {
    const a = matrix[p * width + i] as number;
    const b = matrix[q * width + i] as number;
    matrix[p * width + i] = cosine * a - sine * b;
    matrix[q * width + i] = sine * a + cosine * b;
  }
}

/** Numbers between -1 and 1 from a fixed seed (Marsaglia's xorshift, 32 bits). */
function randomMatrix(rows: number, width: number): Float64Array {
  const matrix = new Float64Array(rows * width);
  let state = 0x2545f491;
  for (let index = 0; index < matrix.length; index++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    matrix[index] = state / 0x80000000;
  }
  return matrix;
}
