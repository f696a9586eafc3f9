import { Readable } from 'node:stream';
import type { Context } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { read } from '../../../platform/verb.ts';
import { rejects } from '../csv/rejects.ts';
import { findImport, selectRejects, type RejectedRow } from '../import.store.ts';
import { mustManageIngestion } from '../ingestion.policy.ts';

const page = 2000;

/** The rejected rows of an import as CSV, in the reader's language: line, column, reason, value, the row itself. Refuses `not_found`. */
export async function getRejects(context: Context, importId: string): Promise<Readable> {
  mustManageIngestion(context.actor);
  const { workspaceId, language } = context;
  const record = await read(context, (tx) => findImport(tx, workspaceId, importId));
  if (record === null) throw new Refusal('not_found');
  async function* lines(): AsyncGenerator<string> {
    // Spreadsheets take the text for Windows-1252 without it.
    yield `\uFEFF${titles[language].join(',')}\r\n`;
    let after = 0;
    for (;;) {
      const start = after;
      const rows = await read(context, (tx) => selectRejects(tx, workspaceId, importId, start, page));
      for (const row of rows) yield `${cells(row, language).map(cell).join(',')}\r\n`;
      const last = rows.at(-1);
      if (last === undefined || rows.length < page) return;
      after = last.line;
    }
  }
  return Readable.from(lines());
}

const titles = {
  en: ['line', 'column', 'reason', 'value', 'row'],
  fr: ['ligne', 'colonne', 'raison', 'valeur', 'contenu'],
} as const;

function cells({ line, column, code, value, raw }: RejectedRow, language: Context['language']): string[] {
  return [String(line), column ?? '', rejects[code][language], value ?? '', raw];
}

// A cell that a spreadsheet would take for a formula is shown as text (CWE-1236).
function cell(text: string): string {
  const safe = /^[=+@\t\r]|^-(?!\d)/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
