import type { Bilingual } from '@cordee/contract/language';

/** The command was not written as it must be: exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly sentence: Bilingual;

  constructor(sentence: Bilingual) {
    super(sentence.en);
    this.sentence = sentence;
  }
}
