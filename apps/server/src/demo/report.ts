import { countingRoutes } from '@cordee/contract/counting';
import type { Bilingual, Language } from '@cordee/contract/language';
import { ledgerRoutes } from '@cordee/contract/ledger';
import { formatInstant, type Instant } from '@cordee/core/time';
import Papa from 'papaparse';
import { table } from '../cli/table.ts';
import type { ApiClient } from './api-client.ts';

type Say = (sentence: Bilingual) => string;

/** Of each currency: how many rows are shown before and after a gap. */
const FIRST_ROWS = 6;
const LAST_ROWS = 10;
/** The long id of each commission is left to those who read the file. */
const HIDDEN_COLUMN = 3;
const CURRENCY_COLUMN = 4;
const FIRST_AMOUNT_COLUMN = 5;

/** One partner's account as a table: what the statement says as a file, in the reader's language. */
export async function statementText(
  api: ApiClient,
  partner: { readonly id: string; readonly name: string },
  period: { readonly from: Instant; readonly to: Instant },
  say: Say,
): Promise<string> {
  const path = ledgerRoutes.getStatement.path.replace(':id', partner.id);
  const query = new URLSearchParams({ from: formatInstant(period.from), to: formatInstant(period.to), format: 'csv' });
  const answer = await api.send({ method: 'GET', path: `${path}?${query.toString()}` });
  const file = await answer.text();
  if (answer.status !== 200) throw new Error(`GET ${path} answered ${answer.status}: ${file}`);
  const { data } = Papa.parse<string[]>(file.replace(/^\uFEFF/, ''), { skipEmptyLines: true });
  const [headings = [], ...rows] = data.map((cells) => cells.filter((_cell, column) => column !== HIDDEN_COLUMN));
  const amounts = headings.map((_heading, column) => column).filter((column) => column >= FIRST_AMOUNT_COLUMN);
  const currencies = [...Map.groupBy(rows, (cells) => cells[CURRENCY_COLUMN] ?? '').values()];
  const shown = currencies.flatMap((part) => shortened(part, say));
  const title = say({ en: `Statement of ${partner.name}`, fr: `Relevé de ${partner.name}` });
  return `${underlined(title)}\n${table(headings, shown, amounts)}`;
}

function shortened(rows: readonly string[][], say: Say): readonly (readonly string[])[] {
  const hidden = rows.length - FIRST_ROWS - LAST_ROWS;
  if (hidden <= 1) return rows;
  const gap = say({ en: `… ${hidden} more`, fr: `… ${hidden} autres` });
  return [...rows.slice(0, FIRST_ROWS), ['', gap], ...rows.slice(-LAST_ROWS)];
}

/** Why a fact paid what it paid, in the language of the client. */
export async function whyText(api: ApiClient, title: string, factId: string): Promise<string> {
  const { text } = await api.call(countingRoutes.explainFact, { params: { id: factId } });
  return `${underlined(title)}\n${text.join('\n')}`;
}

export function underlined(title: string): string {
  return `${title}\n${'─'.repeat(title.length)}`;
}

/** Minor units of the euro, for a remark. */
export function euros(minor: number, language: Language): string {
  return new Intl.NumberFormat(language, { style: 'currency', currency: 'EUR' }).format(minor / 100);
}
