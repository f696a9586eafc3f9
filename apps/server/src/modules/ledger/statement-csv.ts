import type { Language } from '@cordee/contract/language';
import type { TransactionKind } from '@cordee/core/ledger';
import { localDateOf } from '@cordee/core/time';
import { amountCell, BYTE_ORDER_MARK, csvLine, textCell } from '../../platform/csv.ts';
import type { Movement } from './movement.store.ts';
import { amountsOf, type PartnerAmounts } from './partner-amounts.ts';
import type { CurrencyStatement, Statement } from './queries/load-statement.ts';
import { movedCommissionId } from './statement-answer.ts';

interface Words {
  readonly header: readonly string[];
  readonly opening: string;
  readonly closing: string;
  readonly kinds: Readonly<Record<TransactionKind, string>>;
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    header: ['date', 'movement', 'event', 'commission', 'clause', 'currency', 'pending', 'payable', 'in payout', 'paid'],
    opening: 'opening',
    closing: 'closing',
    kinds: {
      accrual: 'commission earned',
      reversal: 'commission taken back',
      suspension: 'suspended during a dispute',
      restitution: 'commission given back',
      restoration: 'end of the suspension',
      holding: 'commission held',
      refusal: 'commission refused',
      release: 'end of hold',
      payout_started: 'payout started',
      payout_confirmed: 'payout confirmed',
      payout_rejected: 'payout rejected',
      exchange: 'currency exchange',
      invoice: 'VAT of an invoice',
      credit_note: 'VAT of a credit note',
      debt_planned: 'debt put under a payment plan',
      debt_kept_back: 'kept back for a debt',
      debt_paid: 'debt paid by the partner',
      debt_waived: 'part of a debt waived',
      debt_returned: 'debt back on the balance',
    },
  },
  fr: {
    header: [
      'date',
      'mouvement',
      'événement',
      'commission',
      'clause',
      'devise',
      'en attente',
      'exigible',
      'en versement',
      'versé',
    ],
    opening: 'solde initial',
    closing: 'solde final',
    kinds: {
      accrual: 'commission acquise',
      reversal: 'commission reprise',
      suspension: 'suspension pendant un litige',
      restitution: 'commission restituée',
      restoration: 'fin de la suspension',
      holding: 'commission bloquée',
      refusal: 'commission refusée',
      release: 'fin de carence',
      payout_started: 'versement lancé',
      payout_confirmed: 'versement confirmé',
      payout_rejected: 'versement rejeté',
      exchange: 'change de devises',
      invoice: 'TVA d’une facture',
      credit_note: 'TVA d’un avoir',
      debt_planned: 'dette mise sur échéancier',
      debt_kept_back: 'retenue pour une dette',
      debt_paid: 'dette remboursée par le partenaire',
      debt_waived: 'remise sur une dette',
      debt_returned: 'dette reportée au solde',
    },
  },
};

/** What a transaction does for its partner, in words. */
export const movementKinds: Readonly<Record<Language, Words['kinds']>> = { en: words.en.kinds, fr: words.fr.kinds };

/** The statement as CSV in the conventions of the language; amounts in currency units, dates in the statement's zone. */
export function statementCsv(statement: Statement, language: Language): string {
  const { header, rows } = statementTable(statement, language, textCell);
  return BYTE_ORDER_MARK + [header, ...rows].map((row) => csvLine(row, language)).join('');
}

/** The same lines for a reader of another kind: `cell` makes the texts that came from outside harmless there. */
export function statementTable(
  statement: Statement,
  language: Language,
  cell: (text: string) => string,
): { readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] } {
  const rows = statement.currencies.flatMap((part) => rowsOf(part, statement, language, cell));
  return { header: words[language].header, rows };
}

function rowsOf(
  part: CurrencyStatement,
  { from, to, zone }: Statement,
  language: Language,
  cell: (text: string) => string,
): string[][] {
  const { opening, closing } = words[language];
  const balance = (at: number, label: string, amounts: PartnerAmounts) => [
    localDateOf(at, zone),
    label,
    '',
    '',
    '',
    cell(part.currency),
    ...amountCells(amounts, part.currency, language),
  ];
  return [
    balance(from, opening, part.opening),
    ...part.movements.map((movement) => movementRow(movement, zone, language, cell)),
    balance(Math.max(from, to - 1), closing, part.closing),
  ];
}

function movementRow(movement: Movement, zone: string, language: Language, cell: (text: string) => string): string[] {
  const { commission, currency } = movement;
  return [
    localDateOf(movement.effectiveAt, zone),
    words[language].kinds[movement.kind],
    cell(movement.label),
    movedCommissionId(movement) ?? '',
    commission === null ? '' : cell(commission.clause),
    cell(currency),
    ...amountCells(amountsOf(movement), currency, language),
  ];
}

function amountCells({ pending, payable, inPayout, paid }: PartnerAmounts, currency: string, language: Language): string[] {
  return [pending, payable, inPayout, paid].map((amount) => amountCell(amount, currency, language));
}
