import type { BankAccountAnswer } from '@cordee/contract/bank-account';
import { encodeId } from '@cordee/core/ids';
import { formatInstant, type Instant } from '@cordee/core/time';
import type { Actor } from '../../platform/context.ts';
import { ownPartner } from '../../platform/own-partner.ts';
import type { AccountRecord } from './bank.store.ts';

/** An account as its reader may see it: never the whole IBAN, and to a partner nothing of other partners. */
export function answerOf(account: AccountRecord, actor: Actor): BankAccountAnswer {
  const isPartner = ownPartner(actor) !== null;
  return {
    id: encodeId('bac', account.id),
    partnerId: account.partnerId === null ? null : encodeId('prt', account.partnerId),
    partnerName: account.partnerName,
    holder: account.holder,
    rail: account.rail,
    iban: account.hint,
    bic: account.bic,
    state: account.state,
    enteredAt: formatInstant(account.enteredAt),
    byPartner: account.byPartner,
    decidedAt: textOf(account.decidedAt),
    usableFrom: textOf(account.usableFrom),
    reason: account.reason,
    alsoOf: isPartner ? [] : account.alsoOf.map((id) => encodeId('prt', id)),
  };
}

function textOf(at: Instant | null): string | null {
  return at === null ? null : formatInstant(at);
}
