/** What a validator that is not ours said of something we wrote. MISSING: there was none to ask. */
export interface CheckResult {
  readonly name: string;
  readonly verdict: 'ok' | 'FAIL' | 'MISSING';
  readonly detail: string;
}

/** `ok` when nothing is wrong. */
export function resultOf(name: string, wrong: string): CheckResult {
  return { name, verdict: wrong === '' ? 'ok' : 'FAIL', detail: wrong };
}

export function missing(name: string, detail: string): CheckResult {
  return { name, verdict: 'MISSING', detail };
}
