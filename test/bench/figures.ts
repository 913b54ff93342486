/** The value below which that share of the sorted values lies, e.g. 0.95. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Two digits after the point for small figures, none for large ones. */
export function rounded(value: number): number {
  return value < 100 ? Math.round(value * 100) / 100 : Math.round(value);
}
