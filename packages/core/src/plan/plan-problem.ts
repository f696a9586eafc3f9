import { sentences, type PlanProblemCode } from './problem-sentences.ts';

/** One fault of a plan document: where it is, what it is, and a sentence that says what to write instead. */
export interface PlanProblem {
  /** JSON pointer into the document, such as `/rules/0/tiers/steps/1/from`. */
  readonly path: string;
  readonly code: PlanProblemCode;
  readonly fr: string;
  readonly en: string;
  /** A value that would be right there. */
  readonly example?: unknown;
}

/** Builds a problem; `detail` is what the document says (or must respect), quoted in the sentence. */
export function problem(path: string, code: PlanProblemCode, detail = '', example?: unknown): PlanProblem {
  const { fr, en } = sentences[code];
  const filled = { path, code, fr: fr.replaceAll('{}', detail), en: en.replaceAll('{}', detail) };
  return example === undefined ? filled : { ...filled, example };
}

/** A key as one step of a JSON pointer (RFC 6901). */
export function pointerStep(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
