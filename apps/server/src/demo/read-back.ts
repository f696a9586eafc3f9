import type { Bilingual, Language } from '@cordee/contract/language';
import type { Instant } from '@cordee/core/time';
import { statementText, underlined, whyText } from './report.ts';
import { partnerOf, type EventAnswer, type Stage } from './stage.ts';
import type { PaidRegret } from './steps/regret-paid.ts';
import { orderId, regrettedOrders } from './story/story.ts';

export interface Outcome {
  readonly facts: number;
  readonly ledgerBalanced: boolean;
  readonly replayDifferences: number;
}

/** One statement, three explanations and the verdict. */
export async function readBack(
  stage: Stage,
  regrets: readonly PaidRegret[],
  { outcome, now, language }: { readonly outcome: Outcome; readonly now: Instant; readonly language: Language },
): Promise<string> {
  const say = (sentence: Bilingual) => sentence[language];
  const { office } = stage.keys;
  const told = sales(stage, regrets);
  const paid = shortest(told.filter(({ attribution }) => attribution.credits.length > 1)) ?? shortest(told);
  const unpaid =
    told.find(({ attribution }) => attribution.rejected.some(({ reason }) => reason === 'self_referral')) ??
    told.find((answer) => answer.unpaid !== undefined);
  const chosen = quietest(stage, regrets);
  const parts = [
    ...(chosen === null ? [] : [await statementText(office, chosen, { from: stage.story.begin, to: now }, say)]),
    ...(paid === undefined
      ? []
      : [await whyText(office, say({ en: 'Why this sale is paid', fr: 'Pourquoi cette vente est rémunérée' }), paid.factId)]),
    ...(chosen === null
      ? []
      : [
          await whyText(
            office,
            say({
              en: 'Why this refund takes back a paid commission',
              fr: 'Pourquoi ce remboursement reprend une commission versée',
            }),
            chosen.factId,
          ),
        ]),
    ...(unpaid === undefined
      ? []
      : [
          await whyText(
            office,
            say({ en: 'Why this sale pays nothing', fr: 'Pourquoi cette vente ne paie rien' }),
            unpaid.factId,
          ),
        ]),
    verdictText(outcome, say),
  ];
  return parts.join('\n\n');
}

/** What was said to the sales told by the API that were left as they are, in the order of the story. */
function sales({ story, answers }: Stage, regrets: readonly PaidRegret[]): readonly EventAnswer[] {
  const regretted = new Set([...regrettedOrders(story), ...regrets.map(({ order }) => order)]);
  return story.events.flatMap((event) => {
    const isLeft = event.kind === 'order' && !regretted.has(event.order);
    const answer = isLeft ? answers.get(orderId(event.order)) : undefined;
    return answer === undefined ? [] : [answer];
  });
}

function shortest(answers: readonly EventAnswer[]): EventAnswer | undefined {
  return answers
    .filter(({ commissions }) => commissions.length > 0)
    .toSorted((a, b) => a.commissions.length - b.commissions.length)[0];
}

/** Among the partners who were paid and then lost a part, the one with the shortest account. */
function quietest(stage: Stage, regrets: readonly PaidRegret[]) {
  const found = stage.story.partners.flatMap(({ code, name, weight }) => {
    const { id } = partnerOf(stage, code);
    const regret = regrets.find(({ partnerId }) => partnerId === id);
    return regret === undefined ? [] : [{ id, name, weight, factId: regret.answer.factId }];
  });
  return found.toSorted((a, b) => a.weight - b.weight)[0] ?? null;
}

function verdictText({ facts, ledgerBalanced, replayDifferences }: Outcome, say: (sentence: Bilingual) => string): string {
  const title = underlined(say({ en: 'Verification', fr: 'Vérification' }));
  const replayed = say({
    en: `${facts} facts replayed through the core, ${replayDifferences} differences.`,
    fr: `${facts} faits rejoués par le cœur, ${replayDifferences} différence(s).`,
  });
  const balance = ledgerBalanced
    ? say({ en: 'Every cent balances.', fr: 'Chaque centime est en équilibre.' })
    : say({ en: 'The books do not balance.', fr: 'Les livres ne sont pas en équilibre.' });
  return `${title}\n${replayed}\n${balance}`;
}
