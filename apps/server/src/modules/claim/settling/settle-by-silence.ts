import type { Settlement } from '@cordee/contract/claim-body';
import type { Bilingual } from '@cordee/contract/language';
import type { ClaimRecord } from '../claim.store.ts';

/** How a claim accepted by silence is put right: as it was claimed. What keeps it from that is said instead. */
export function settlementBySilence({ kind, expected }: ClaimRecord): Settlement | Bilingual {
  if (kind === 'rejected') return { by: 'commission' };
  if (kind === 'missing' && expected !== null) return { by: expected.what };
  return byHand;
}

export function isSettlement(answer: Settlement | Bilingual): answer is Settlement {
  return 'by' in answer;
}

const byHand: Bilingual = {
  en: 'Only the company can say how this is put right.',
  fr: 'Seule l’entreprise peut dire comment régler cela.',
};
