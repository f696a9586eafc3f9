import type { Bilingual, Language } from '@cordee/contract/language';
import type { ClaimKind } from '@cordee/core/claim';
import { formatDate, type LocalDate } from '@cordee/core/time';

/** What mails about claims share. */

export interface ClaimTold {
  readonly workspace: string;
  readonly partner: string;
  readonly kind: ClaimKind;
  /** The order number, where there is one. */
  readonly order: string | null;
  /** What was written, where something was. */
  readonly words: string | null;
  /** The last day to answer; null while the clock stands still or the claim is decided. */
  readonly lastDay: LocalDate | null;
  /** Where it is read. */
  readonly place: string;
}

const kinds: Readonly<Record<ClaimKind, Bilingual>> = {
  missing: { en: 'Missing', fr: 'Manquant' },
  wrong: { en: 'Wrong', fr: 'Erroné' },
  rejected: { en: 'Rejected', fr: 'Rejeté' },
  split: { en: 'Wrongly split', fr: 'Mal partagé' },
};

const labels = {
  kind: { en: 'What is contested', fr: 'Ce qui est contesté' },
  order: { en: 'Order', fr: 'Commande' },
  lastDay: { en: 'To be answered by', fr: 'Réponse au plus tard le' },
} as const satisfies Record<string, Bilingual>;

/** The facts of a claim, as rows. */
export function claimRows({ kind, order, lastDay }: ClaimTold, language: Language): (readonly [string, string])[] {
  const lines: (readonly [string, string])[] = [[labels.kind[language], kinds[kind][language]]];
  if (order !== null) lines.push([labels.order[language], order]);
  if (lastDay !== null) lines.push([labels.lastDay[language], formatDate(lastDay, language)]);
  return lines;
}

/** `order-7: `, before what happened. */
export function orderText({ order }: ClaimTold): string {
  return order === null ? '' : ` (${order})`;
}
