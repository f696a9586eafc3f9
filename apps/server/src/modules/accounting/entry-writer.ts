import type { ExportBooks } from '@cordee/contract/accounting';
import type { Language } from '@cordee/contract/language';
import { type Entry, type FecForm, fecHead, hledgerEntry } from '@cordee/core/accounting';
import { amountCell, BYTE_ORDER_MARK, csvLine, textCell } from '../../platform/csv.ts';

interface EntryWriter {
  readonly head: string;
  readonly entry: (entry: Entry) => string;
}

const columns: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'journal',
    'entry',
    'date',
    'account',
    'account name',
    'auxiliary',
    'auxiliary name',
    'document',
    'document date',
    'label',
    'debit',
    'credit',
    'original amount',
    'original currency',
    'closed on',
  ],
  fr: [
    'journal',
    'écriture',
    'date',
    'compte',
    'libellé du compte',
    'auxiliaire',
    'libellé de l’auxiliaire',
    'pièce',
    'date de la pièce',
    'libellé',
    'débit',
    'crédit',
    'montant d’origine',
    'devise d’origine',
    'clôturé le',
  ],
};

/** How entries are written in the form that is asked for; those of a FEC come from `core/accounting`. */
export function entryWriter(
  { format, language }: Pick<ExportBooks, 'format'> & { readonly language: Language },
  form: FecForm,
): EntryWriter {
  if (format === 'fec') return { head: fecHead(form), entry: () => '' };
  if (format === 'hledger') return { head: '; Journal\ncommodity 1000.00 EUR\n', entry: hledgerEntry };
  return {
    head: BYTE_ORDER_MARK + csvLine(columns[language].map(textCell), language),
    entry: (entry) => csvEntry(entry, form, language),
  };
}

function csvEntry(entry: Entry, { validOn }: FecForm, language: Language): string {
  const head = [entry.journal.code, entry.number, entry.day].map(textCell);
  const closed = validOn(entry.day) ?? '';
  return entry.lines
    .map(({ account, auxiliary, label, debit, credit, original }) =>
      csvLine(
        [
          ...head,
          ...[
            account.number,
            account.name,
            auxiliary?.number ?? '',
            auxiliary?.name ?? '',
            entry.pieceRef,
            entry.pieceOn,
            label,
          ].map(textCell),
          amountCell(debit, 'EUR', language),
          amountCell(credit, 'EUR', language),
          original === null ? '' : amountCell(original.amount, original.currency, language),
          original?.currency ?? '',
          closed,
        ],
        language,
      ),
    )
    .join('');
}
