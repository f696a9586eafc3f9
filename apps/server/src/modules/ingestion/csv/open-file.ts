import type { FieldFault } from '@cordee/contract/errors';
import type { ImportKind, ImportSettings } from '@cordee/contract/import';
import type { Language } from '@cordee/contract/language';
import { hash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { Refusal } from '../../../platform/refusal.ts';
import { decodeField, type Encoding } from './decode-field.ts';
import { guessDates, guessDelimiter, guessNumbers, sampleOf } from './guess-style.ts';
import { exampleHeader, matchColumns, type ColumnPlaces } from './match-columns.ts';
import type { Style } from './read-values.ts';
import { openScanner } from './row-scanner.ts';

/** Everything settled about a file before its first row is read, kept with the import so that it goes on in the same way. */
export interface FileSettings {
  readonly path: string;
  readonly delimiter: string;
  readonly encoding: Encoding;
  readonly header: readonly string[];
  readonly places: ColumnPlaces;
  readonly style: Style;
  readonly programId: string | null;
}

export interface OpenedFile {
  readonly settings: FileSettings;
  readonly headerHash: Buffer;
  readonly sizeBytes: number;
  /** Where the first row behind the header begins. */
  readonly position: number;
  readonly line: number;
}

const HEAD = 256 * 1024;
const SAMPLE = 1000;
const BOM = '\u00EF\u00BB\u00BF';

export interface OpenOptions {
  readonly path: string;
  readonly kind: ImportKind;
  readonly settings: ImportSettings;
  readonly language: Language;
  readonly zone: string;
  readonly currency: string;
  /** The mapping remembered for a header; asked once the header is known. */
  readonly remembered: (headerHash: Buffer) => Promise<Readonly<Record<string, string>> | null>;
}

/** Reads the head of a file and settles how the rest is read. Refuses `import_columns` before anything is written. */
export async function openFile(options: OpenOptions): Promise<OpenedFile> {
  const { path, kind, settings } = options;
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const start = await headOf(file);
    const scanner = openScanner(file, start.delimiter(settings.delimiter), { position: start.skip, line: 1 });
    const rows: (readonly string[])[] = [];
    let header: readonly string[] | null = null;
    let position = start.skip;
    let line = 1;
    while (rows.length < SAMPLE) {
      const row = scanner.next();
      if (row === null) {
        if (scanner.position - start.skip > HEAD || !(await scanner.fill())) break;
        continue;
      }
      if (header !== null) rows.push(row.fields);
      else {
        header = row.fields.map((field) => (decodeField(field, settings.encoding) ?? field).trim());
        position = scanner.position;
        line = scanner.line;
      }
    }
    if (header === null || header.every((name) => name === '')) throw empty(kind);
    const headerHash = hash('sha256', `${kind}\n${header.join('\n')}`, 'buffer');
    const mapping = settings.mapping ?? (await options.remembered(headerHash)) ?? undefined;
    const places = matchColumns(kind, header, mapping);
    const delimiter = start.delimiter(settings.delimiter);
    const sample = sampleOf(kind, places, rows);
    const style: Style = {
      numbers: guessNumbers(sample.amount, delimiter, settings.numbers),
      dates: guessDates(sample.date, options.language, settings.dates),
      amounts: settings.amounts,
      zone: options.zone,
      currency: settings.currency ?? options.currency,
    };
    const { encoding, programId = null } = settings;
    return {
      settings: { path, delimiter, encoding, header, places, style, programId },
      headerHash,
      sizeBytes: size,
      position,
      line,
    };
  } finally {
    await file.close();
  }
}

type File = Awaited<ReturnType<typeof open>>;

async function headOf(file: File) {
  const buffer = Buffer.alloc(64 * 1024);
  const { bytesRead } = await file.read(buffer, 0, buffer.length, 0);
  const head = buffer.toString('latin1', 0, bytesRead);
  if (head.startsWith('\u00FF\u00FE') || head.startsWith('\u00FE\u00FF') || head.slice(0, 1000).includes('\0')) throw notText();
  const skip = head.startsWith(BOM) ? BOM.length : 0;
  const [firstLine = ''] = head.slice(skip).split('\n', 1);
  return { skip, delimiter: (setting: ImportSettings['delimiter']) => guessDelimiter(firstLine, setting) };
}

function empty(kind: ImportKind): Refusal {
  return new Refusal('import_columns', [
    {
      path: 'body',
      rule: 'header',
      message: { en: 'The file has no header.', fr: "Le fichier n'a pas d'en-tête." },
      example: exampleHeader(kind),
    },
  ]);
}

function notText(): Refusal {
  const fault: FieldFault = {
    path: 'body',
    rule: 'encoding',
    message: {
      en: 'The file is not text in UTF-8 or Windows-1252 (spreadsheets: save as CSV).',
      fr: "Le fichier n'est pas du texte en UTF-8 ou Windows-1252 (tableur : enregistrez en CSV).",
    },
    example: 'eventId,amount',
  };
  return new Refusal('import_columns', [fault]);
}
