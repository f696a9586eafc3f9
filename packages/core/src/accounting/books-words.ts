import type { Language } from '../language/index.ts';
import type { JournalKind } from './chart.ts';

interface BooksWords {
  readonly journals: Readonly<Record<JournalKind, string>>;
  readonly kinds: Readonly<Record<string, string>>;
  readonly transfer: (from: string, to: string) => string;
  readonly gain: string;
  readonly loss: string;
}

/** What entries say of themselves. */
export const booksWords: Readonly<Record<Language, BooksWords>> = {
  en: {
    journals: { commissions: 'Commissions', invoices: 'Invoices', payments: 'Payments', exchange: 'Exchange' },
    kinds: {
      accrual: 'Commission',
      reversal: 'Commission taken back',
      suspension: 'Dispute opened',
      restitution: 'Commission given back',
      restoration: 'Dispute won',
      holding: 'Commission held',
      refusal: 'Commission refused',
      release: 'End of the hold',
      invoice: 'Invoice',
      credit_note: 'Credit note',
      payout_started: 'Payout started',
      payout_confirmed: 'Payout confirmed',
      payout_rejected: 'Payout rejected',
      exchange: 'Balance exchanged',
      debt_planned: 'Debt put under a payment plan',
      debt_kept_back: 'Kept back for a debt',
      debt_paid: 'Debt paid by the partner',
      debt_waived: 'Part of a debt waived',
      debt_returned: 'Debt back on the balance',
    },
    transfer: (from, to) => `Balance of account ${from} moved to ${to}`,
    gain: 'Exchange gain',
    loss: 'Exchange loss',
  },
  fr: {
    journals: { commissions: 'Commissions', invoices: 'Factures', payments: 'Versements', exchange: 'Change' },
    kinds: {
      accrual: 'Commission',
      reversal: 'Reprise de commission',
      suspension: 'Litige ouvert',
      restitution: 'Restitution de commission',
      restoration: 'Litige gagné',
      holding: 'Commission bloquée',
      refusal: 'Commission refusée',
      release: 'Fin du délai de carence',
      invoice: 'Facture',
      credit_note: 'Avoir',
      payout_started: 'Versement émis',
      payout_confirmed: 'Versement confirmé',
      payout_rejected: 'Versement rejeté',
      exchange: 'Change de solde',
      debt_planned: 'Dette mise sur échéancier',
      debt_kept_back: 'Retenue pour une dette',
      debt_paid: 'Dette remboursée par le partenaire',
      debt_waived: 'Remise sur une dette',
      debt_returned: 'Dette reportée au solde',
    },
    transfer: (from, to) => `Solde du compte ${from} porté au ${to}`,
    gain: 'Gain de change',
    loss: 'Perte de change',
  },
};
