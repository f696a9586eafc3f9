import type { Bilingual } from '@cordee/contract/language';
import type { SettlementCheck } from '@cordee/contract/leaving';
import { finalAccount, type FinalLine } from '@cordee/core/exit';
import type { LocalDate } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';
import { selectClosings } from '../statement/index.ts';
import { balancesOf } from './exit-case.ts';
import type { LeavingRecord } from './leaving.store.ts';

/** What is looked at before a final account, as sentences that are true once it is met. */
export const checkTexts: Readonly<Record<SettlementCheck, Bilingual>> = {
  last_day_over: { en: 'The last day is over.', fr: 'Le dernier jour est passé.' },
  months_closed: { en: 'All months up to the last day are closed.', fr: 'Tous les mois jusqu’au dernier jour sont clos.' },
  nothing_kept: {
    en: 'No commission waits for a review, a hold or a dispute.',
    fr: 'Aucune commission n’attend une validation, un déblocage ou un litige.',
  },
  holds_over: {
    en: 'All holds have ended, or customers brought before still earn as agreed.',
    fr: 'Tous les délais de carence sont passés, ou les clients apportés auparavant donnent encore droit à commission.',
  },
  no_payout_under_way: { en: 'No payment is under way.', fr: 'Aucun versement n’est en cours.' },
};

export interface Settlement {
  readonly lines: readonly FinalLine[];
  readonly closedThrough: string | null;
  readonly checks: readonly { readonly code: SettlementCheck; readonly isMet: boolean }[];
}

/** How far a partnership is from its final account, and what that comes to now. */
export async function settlementOf(
  tx: Tx,
  workspaceId: string,
  { partnerId, endsOn, runOffOn }: Pick<LeavingRecord, 'partnerId' | 'endsOn' | 'runOffOn'>,
  today: LocalDate,
): Promise<Settlement> {
  const balances = await balancesOf(tx, workspaceId, partnerId);
  const [closing] = await selectClosings(tx, workspaceId, 1);
  const closedThrough = closing?.month ?? null;
  const earnsOn = runOffOn !== null && runOffOn >= today;
  const none = (of: (one: (typeof balances)[number]) => bigint) => balances.every((one) => of(one) === 0n);
  return {
    lines: finalAccount(balances, earnsOn),
    closedThrough,
    checks: [
      { code: 'last_day_over', isMet: today > endsOn },
      { code: 'months_closed', isMet: closedThrough !== null && closedThrough >= endsOn.slice(0, 7) },
      { code: 'nothing_kept', isMet: none(({ kept }) => kept) },
      { code: 'holds_over', isMet: earnsOn || none(({ pending }) => pending) },
      { code: 'no_payout_under_way', isMet: none(({ inPayout }) => inPayout) },
    ],
  };
}
