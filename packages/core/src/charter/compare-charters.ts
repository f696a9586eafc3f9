import type { Language } from '../language/index.ts';
import { compareWords, type WordRun } from '../plan/index.ts';
import type { CharterDocument } from './charter.ts';
import { type Article, articlesOf } from './render-charter.ts';

/** What became of one piece of a charter, in one language; `runs` are the words that stayed, came and went. */
export interface ArticleChange {
  readonly id: string;
  readonly kind: 'same' | 'added' | 'removed' | 'changed';
  readonly before: Article | null;
  readonly after: Article | null;
  readonly runs: readonly WordRun[];
}

/** Words are compared up to here; a longer text is told as one that went and one that came. */
const mostWords = 2000;

/**
 * Two documents piece by piece and word by word, in the order of the later one; what went stands where it was. Numbers may move without
 * anything having changed. `all` also tells what stayed the same.
 */
export function compareCharters(
  before: CharterDocument,
  after: CharterDocument,
  language: Language,
  all = false,
): ArticleChange[] {
  const [left, right] = [articlesOf(before, language), articlesOf(after, language)];
  const former = new Map(left.map((article, index) => [article.id, index]));
  const kept = new Set(right.map(({ id }) => id));
  const changes: ArticleChange[] = [];
  let passed = 0;
  const tellGone = (until: number) => {
    for (const gone of left.slice(passed, until)) if (!kept.has(gone.id)) changes.push(changeOf(gone, null));
    passed = Math.max(passed, until);
  };
  for (const article of right) {
    const place = former.get(article.id);
    if (place !== undefined) tellGone(place);
    changes.push(changeOf(place === undefined ? null : (left[place] ?? null), article));
  }
  tellGone(left.length);
  return all ? changes : changes.filter(({ kind }) => kind !== 'same');
}

function changeOf(before: Article | null, after: Article | null): ArticleChange {
  const id = after?.id ?? before?.id ?? '';
  const [was, is] = [wholeOf(before), wholeOf(after)];
  if (before === null) return { id, kind: 'added', before, after, runs: [{ kind: 'added', text: is }] };
  if (after === null) return { id, kind: 'removed', before, after, runs: [{ kind: 'removed', text: was }] };
  if (was === is) return { id, kind: 'same', before, after, runs: [{ kind: 'same', text: is }] };
  return { id, kind: 'changed', before, after, runs: runsOf(was, is) };
}

function runsOf(was: string, is: string): WordRun[] {
  const isLong = [was, is].some((text) => text.split(/\s/u).length > mostWords);
  if (!isLong) return compareWords(was, is);
  return [
    { kind: 'removed', text: was },
    { kind: 'added', text: is },
  ];
}

function wholeOf(article: Article | null): string {
  return article === null ? '' : `${article.heading}. ${article.text}`;
}
