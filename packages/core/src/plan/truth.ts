/** Three-valued: null is *unknown*, because data the condition needs is missing or of another type. */
export type Truth = boolean | null;

/** The opposite; unknown stays unknown. */
export function negate(truth: Truth): Truth {
  return truth === null ? null : !truth;
}
