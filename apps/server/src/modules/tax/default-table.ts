import { taxTableDocument, type TaxTableDocument } from '@cordee/contract/tax-table';
import type { TableRecord } from './table.store.ts';
import france from './tables/table-fr.json' with { type: 'json' };

const none = { changedAt: null, validFrom: null, publishedAt: null, id: null, version: 0, state: 'published' } as const;

const sets: Readonly<Record<string, TableRecord>> = {
  FR: { ...none, name: 'France, 2026', document: taxTableDocument.parse(france) },
};

const empty: TaxTableDocument = {
  zones: {},
  thresholds: { months: 12, payments: null, amount: null, source: '–' },
  mentions: [],
  rules: [],
};

/** The set that comes with the program for companies of a country; elsewhere it has no rule, so that nothing is decided by ours. */
export function defaultTable(country: string): TableRecord {
  return sets[country] ?? { ...none, name: country, document: empty };
}
