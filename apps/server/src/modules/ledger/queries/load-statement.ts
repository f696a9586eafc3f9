import type { DayOrInstant, StatementQuery } from '@cordee/contract/ledger';
import { type Instant, startOfDay } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { read } from '../../../platform/verb.ts';
import { workspaceKeys } from '../../fact/index.ts';
import { partnerSumsAt } from '../ledger.store.ts';
import { selectMovements, type Movement } from '../movement.store.ts';
import { addAmounts, amountsByCurrency, amountsOf, noAmounts, type PartnerAmounts } from '../partner-amounts.ts';
import { visiblePartner } from './visible-partner.ts';

export interface Statement {
  readonly partnerId: string;
  readonly partnerName: string;
  readonly from: Instant;
  /** Exclusive. */
  readonly to: Instant;
  readonly zone: string;
  readonly currencies: readonly CurrencyStatement[];
}

export interface CurrencyStatement {
  readonly currency: string;
  readonly opening: PartnerAmounts;
  readonly movements: readonly Movement[];
  readonly closing: PartnerAmounts;
}

/**
 * A partner's account over [from, to) by the time things took effect: opening plus movements is closing, and the closing is the
 * opening of the period that begins at `to`. With `knownAt` it never changes again. Refuses `not_found`, `invalid_request` for a
 * period that ends before it begins, and `period_too_long` beyond `mostMovements`.
 */
export async function loadStatement(
  context: Context,
  partnerId: string,
  query: StatementQuery,
  mostMovements: number,
): Promise<Statement> {
  const { workspaceId } = context;
  const { zone } = await workspaceKeys(context.db, workspaceId);
  const from = instantOf(query.from, zone);
  const to = instantOf(query.to, zone);
  if (to < from) throw new Refusal('invalid_request', [endsBeforeItBegins]);
  return read(context, async (tx) => {
    const partnerName = await visiblePartner(tx, context, partnerId);
    const { knownAt, currency = null } = query;
    const opening = amountsByCurrency(await partnerSumsAt(tx, workspaceId, partnerId, { before: from, knownAt }));
    const movements = await selectMovements(tx, workspaceId, {
      partnerId,
      currency,
      from,
      to,
      knownAt,
      limit: mostMovements + 1,
    });
    if (movements.length > mostMovements) throw new Refusal('period_too_long');
    const currencies = currency === null ? [...opening.keys(), ...movements.map((movement) => movement.currency)] : [currency];
    return {
      partnerId,
      partnerName,
      from,
      to,
      zone,
      currencies: [...new Set(currencies)].sort().map((each) => currencyStatement(each, opening.get(each), movements)),
    };
  });
}

function currencyStatement(currency: string, opening = noAmounts, all: readonly Movement[]): CurrencyStatement {
  const movements = all.filter((movement) => movement.currency === currency);
  const closing = movements.reduce((sum, movement) => addAmounts(sum, amountsOf(movement)), opening);
  return { currency, opening, movements, closing };
}

function instantOf(moment: DayOrInstant, zone: string): Instant {
  return 'day' in moment && moment.day !== undefined ? startOfDay(moment.day, zone) : moment.at;
}

const endsBeforeItBegins = {
  path: 'to',
  rule: 'after_from',
  message: { en: 'The period ends before it begins.', fr: 'La période se termine avant de commencer.' },
};
