let pending = true;

/** True once: the first screen of a visit leaves the focus where the browser put it. */
export function takeFirstArrival(): boolean {
  const first = pending;
  pending = false;
  return first;
}
