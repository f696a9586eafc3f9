import type { Bilingual, Language } from '@cordee/contract/language';
import { button, rows, text, type Message, type Template } from '../message.ts';

export type DebtEvent =
  | 'proposed'
  | 'agreed'
  | 'declined'
  | 'withdrawn'
  | 'paid'
  | 'waived'
  | 'settled'
  | 'missed'
  | 'broken'
  | 'ended';

/** To one side: what happened to a plan by which a debt is paid back. */
export interface DebtNewsData {
  readonly event: DebtEvent;
  readonly partner: string;
  readonly workspace: string;
  readonly amount: string;
  readonly left: string;
  readonly words: string | null;
  readonly place: string;
}

export const debtNews: Template<DebtNewsData> = {
  en: (data) => messageOf(data, 'en'),
  fr: (data) => messageOf(data, 'fr'),
};

const subjects: Readonly<Record<DebtEvent, Bilingual>> = {
  proposed: { en: 'A payment plan is proposed', fr: 'Un échéancier est proposé' },
  agreed: { en: 'The payment plan is agreed on', fr: 'L’échéancier est accepté' },
  declined: { en: 'The payment plan is declined', fr: 'L’échéancier est refusé' },
  withdrawn: { en: 'The payment plan is withdrawn', fr: 'L’échéancier est retiré' },
  paid: { en: 'Your payment has arrived', fr: 'Votre remboursement est arrivé' },
  waived: { en: 'A part of the debt is waived', fr: 'Une partie de la dette est remise' },
  settled: { en: 'The debt is paid back', fr: 'La dette est remboursée' },
  missed: { en: 'An instalment is missed', fr: 'Une échéance est manquée' },
  broken: { en: 'The payment plan is broken', fr: 'L’échéancier est rompu' },
  ended: { en: 'The payment plan has ended', fr: 'L’échéancier a pris fin' },
};

const openings: Readonly<Record<DebtEvent, Bilingual>> = {
  proposed: {
    en: 'More was taken back than is payable. This is how it would be paid back: look at it, then agree, decline, or propose otherwise.',
    fr: 'Il a été repris plus que ce qui est exigible. Voici comment le rembourser : examinez la proposition, puis acceptez-la, refusez-la ou faites-en une autre.',
  },
  agreed: {
    en: 'The debt is under the plan from now on, and no longer taken from all that is earned.',
    fr: 'La dette suit désormais l’échéancier, et n’est plus prise sur tout ce qui est gagné.',
  },
  declined: {
    en: 'The other side declined. The debt stays on the balance until something else is agreed on.',
    fr: 'L’autre partie a refusé. La dette reste au solde tant que rien d’autre n’est convenu.',
  },
  withdrawn: {
    en: 'Whoever proposed it took it back. The debt stays on the balance.',
    fr: 'La proposition a été retirée par son auteur. La dette reste au solde.',
  },
  paid: {
    en: 'What was paid is counted, the earliest instalments first.',
    fr: 'Le paiement est imputé, d’abord sur les échéances les plus anciennes.',
  },
  waived: {
    en: 'The company waives a part of the debt. The plan is shorter by that much, from its end.',
    fr: 'L’entreprise renonce à une partie de la dette. L’échéancier en est raccourci d’autant, par la fin.',
  },
  settled: {
    en: 'Nothing is owed under the plan any more.',
    fr: 'Plus rien n’est dû au titre de l’échéancier.',
  },
  missed: {
    en: 'Its days of grace are over, and something of it is still open. It can be paid at any time; another one missed may break the plan.',
    fr: 'Le délai de grâce est écoulé et il en reste à payer. Le paiement est possible à tout moment ; une autre échéance manquée peut rompre l’échéancier.',
  },
  broken: {
    en: 'As many instalments are missed as the plan allows. What is left is owed at once: it is back on the balance, and taken from what is earned.',
    fr: 'Trop d’échéances ont été manquées. Le reste est dû aussitôt : il revient au solde et se prend sur ce qui est gagné.',
  },
  ended: {
    en: 'What is left is owed at once: it is back on the balance.',
    fr: 'Le reste est dû aussitôt : il revient au solde.',
  },
};

const labels = {
  en: { who: 'Between', amount: 'Amount of the plan', left: 'Left to pay back', reason: 'Reason', see: 'See the plan' },
  fr: { who: 'Entre', amount: 'Montant de l’échéancier', left: 'Reste à rembourser', reason: 'Motif', see: 'Voir l’échéancier' },
} as const;

function messageOf({ event, partner, workspace, amount, left, words, place }: DebtNewsData, language: Language): Message {
  const say = labels[language];
  const first = openings[event][language];
  return {
    subject: `${subjects[event][language]} · ${amount}`,
    preview: first,
    blocks: [
      text(first),
      rows(
        [say.who, `${workspace} · ${partner}`],
        [say.amount, amount],
        [say.left, left],
        ...(words === null ? [] : [[say.reason, words] as const]),
      ),
      button(say.see, place),
    ],
  };
}
