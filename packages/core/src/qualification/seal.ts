import type { Side } from '../partnership/index.ts';
import type { Answers, Questionnaire } from './questionnaire.ts';

/** What a side commits itself to: these answers, to this version, in this round, with a nonce nobody can guess. */
export interface Sealed {
  readonly roundId: string;
  readonly questionnaireHash: string;
  readonly side: Side;
  /** 32 random bytes in hexadecimal: without it a short questionnaire could be guessed from its hash. */
  readonly nonce: string;
  readonly answers: Answers;
}

/** SHA-256 of the text as UTF-8, in lower-case hexadecimal: the caller's, core has none. */
export type Hash = (text: string) => string;

/** The text whose hash is the seal: keys in order of their code points, no space, the first line saying what it is. */
export function sealedText({ roundId, questionnaireHash, side, nonce, answers }: Sealed): string {
  const kept = Object.keys(answers)
    .sort(byCodeUnits)
    .map((key) => [key, answerText(answers[key])] as const);
  return `cordee answers 1\n${JSON.stringify([roundId, questionnaireHash, side, nonce, kept])}`;
}

/** The answers of a list are a set: their order says nothing. */
function answerText(answer: Answers[string] | undefined): unknown {
  return Array.isArray(answer) ? [...(answer as readonly string[])].sort(byCodeUnits) : answer;
}

function byCodeUnits(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** Closes answers: who has the seal knows nothing of them, and whoever made it cannot change them. */
export function seal(sealed: Sealed, hash: Hash): string {
  return hash(sealedText(sealed));
}

/** Whether this is what was sealed. */
export function opens(sealText: string, sealed: Sealed, hash: Hash): boolean {
  return seal(sealed, hash) === sealText;
}

/** The text whose hash names a version of a questionnaire: its JSON without spaces, fields in order of their code points. */
export function questionnaireText(questionnaire: Questionnaire): string {
  return JSON.stringify(questionnaire, (_, value: unknown) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).sort(([left], [right]) => byCodeUnits(left, right)));
  });
}
