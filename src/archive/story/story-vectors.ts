/** Cosine of two unit vectors; NaN where one is missing. */
export function cosine(one: Float32Array | null, other: Float32Array | null): number {
  if (!one || !other) return Number.NaN;
  let sum = 0;
  for (let i = 0; i < one.length; i++) sum += (one[i] ?? 0) * (other[i] ?? 0);
  return sum;
}

/** The direction of the mean of unit vectors; null for none. */
export function centroid(vectors: Iterable<Float32Array | null>): Float32Array | null {
  let mean: Float32Array | null = null;
  for (const vector of vectors) {
    if (!vector) continue;
    mean ??= new Float32Array(vector.length);
    for (let i = 0; i < vector.length; i++) mean[i] = (mean[i] ?? 0) + (vector[i] ?? 0);
  }
  const length = mean && Math.sqrt(mean.reduce((sum, part) => sum + part * part, 0));
  return mean && length ? mean.map((part) => part / length) : null;
}
