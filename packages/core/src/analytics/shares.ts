/** The values scaled to sum to one; zeros when they sum to zero. */
export function sharesOf(values: Float64Array): Float64Array {
  const total = values.reduce((sum, value) => sum + value, 0);
  return total === 0 ? new Float64Array(values.length) : values.map((value) => value / total);
}
