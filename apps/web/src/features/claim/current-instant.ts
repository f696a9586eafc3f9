/** Now, as the browser knows it; the server has the last word. */
export function currentInstant(): number {
  return Date.now();
}
