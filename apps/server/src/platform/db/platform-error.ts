/** One sentence in the two languages of the product. */
export interface Bilingual {
  readonly en: string;
  readonly fr: string;
}

export interface PlatformProblem {
  /** Stable snake_case name of the problem. */
  readonly code: string;
  readonly sentence: Bilingual;
  /** What the operator does next. */
  readonly hint: Bilingual;
  /** Raw evidence, such as the tail of a log; never translated. */
  readonly detail?: string | undefined;
}

/** Something around the program (folder, account, server, schema) stops it from running; the operator can act on it. */
export class PlatformError extends Error {
  override readonly name = 'PlatformError';
  readonly code: string;
  readonly sentence: Bilingual;
  readonly hint: Bilingual;
  readonly detail: string | undefined;

  constructor(problem: PlatformProblem, options?: ErrorOptions) {
    const detail = problem.detail === undefined ? '' : `\n${problem.detail}`;
    super(`${problem.sentence.en} ${problem.hint.en}${detail}`, options);
    this.code = problem.code;
    this.sentence = problem.sentence;
    this.hint = problem.hint;
    this.detail = problem.detail;
  }
}
