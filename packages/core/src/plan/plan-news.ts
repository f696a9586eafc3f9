import type { Language } from '../language/index.ts';
import type { ClauseChange } from './compare-clauses.ts';
import type { Clause } from './render-plan.ts';

export interface NewsOfPlan {
  readonly workspace: string;
  readonly partner: string;
  readonly plan: string;
  readonly version: number;
  /** The day it takes effect in the zone of the workspace, in the language of the news. */
  readonly date: string;
  /** Of the version that is told, in the language of the news. */
  readonly clauses: readonly Clause[];
  /** Against the version before; null for a plan that is new to the partner, which is read whole. */
  readonly changes: readonly ClauseChange[] | null;
  readonly noticeDays: number;
}

/** What a partner is told of a version: a subject, what changes clause by clause, and what stays. */
export interface PlanNews {
  readonly subject: string;
  readonly opening: string;
  /** Of each clause that differs, what it said and what it will say. */
  readonly changes: readonly { readonly heading: string; readonly lines: readonly string[] }[];
  readonly closing: readonly string[];
}

const words = {
  en: {
    subject: (date: string) => `Your terms change on ${date}`,
    opening: (news: NewsOfPlan, date: string) =>
      `${news.workspace} announces version ${news.version} of the plan “${news.plan}” for ${news.partner}. It takes effect on ${date}.`,
    firstOpening: (news: NewsOfPlan, date: string) =>
      `${news.workspace} gives ${news.partner} the plan “${news.plan}”, in force from ${date}.`,
    clause: (number: string, heading: string) => `Clause ${number}: ${heading}`,
    before: (text: string) => `Until then: ${text}`,
    after: (text: string) => `From then on: ${text}`,
    added: (text: string) => `New: ${text}`,
    removed: (text: string) => `No longer: ${text}`,
    nothing: 'No clause reads otherwise than before.',
    kept: 'What was earned before that date keeps its terms.',
    notice: (days: number) => `This is ${days} days’ notice, as your present terms provide.`,
  },
  fr: {
    subject: (date: string) => `Vos conditions changent le ${date}`,
    opening: (news: NewsOfPlan, date: string) =>
      `${news.workspace} annonce la version ${news.version} du barème « ${news.plan} » pour ${news.partner}. Elle prend effet le ${date}.`,
    firstOpening: (news: NewsOfPlan, date: string) =>
      `${news.workspace} donne à ${news.partner} le barème « ${news.plan} », en vigueur à partir du ${date}.`,
    clause: (number: string, heading: string) => `Clause ${number} : ${heading}`,
    before: (text: string) => `Jusque-là : ${text}`,
    after: (text: string) => `Ensuite : ${text}`,
    added: (text: string) => `Nouveau : ${text}`,
    removed: (text: string) => `Supprimé : ${text}`,
    nothing: 'Aucune clause ne se lit autrement qu’avant.',
    kept: 'Ce qui a été acquis avant cette date garde ses conditions.',
    notice: (days: number) => `C’est le préavis de ${days} jours que prévoient vos conditions actuelles.`,
  },
} as const;

/** The news of a published version for one partner, in its language. */
export function planNews(news: NewsOfPlan, language: Language): PlanNews {
  const { [language]: say } = words;
  const { date } = news;
  if (news.changes === null) {
    const whole = news.clauses.map(({ number, heading, text }) => ({ heading: say.clause(number, heading), lines: [text] }));
    return { subject: say.subject(date), opening: say.firstOpening(news, date), changes: whole, closing: [say.kept] };
  }
  const changes = news.changes
    .filter(({ kind }) => kind !== 'same')
    .map((change) => {
      const { number, heading } = 'after' in change ? change.after : change.before;
      return { heading: say.clause(number, heading), lines: linesOf(change, say) };
    });
  return {
    subject: say.subject(date),
    opening: say.opening(news, date),
    changes,
    closing: [
      ...(changes.length === 0 ? [say.nothing] : []),
      say.kept,
      ...(news.noticeDays > 1 ? [say.notice(news.noticeDays)] : []),
    ],
  };
}

function linesOf(change: ClauseChange, say: (typeof words)[Language]): string[] {
  if (change.kind === 'added') return [say.added(change.after.text)];
  if (change.kind === 'removed') return [say.removed(change.before.text)];
  return [say.before(change.before.text), say.after(change.after.text)];
}
