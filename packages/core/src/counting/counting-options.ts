export interface CountingOptions {
  /** Whether to note the verdict of every rule: wanted when the decision is kept to be explained, not in what-if runs. */
  readonly trace: boolean;
}
