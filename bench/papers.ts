import type { InvoiceDocument } from '@cordee/core/invoice';
import { PDF } from '@libpdf/core';
import { create } from 'fontkit';
import { readFileSync } from 'node:fs';
import Document from 'pdfkit';
import { drawInvoice } from '../apps/server/src/modules/invoice/index.ts';
import { drawStatement } from '../apps/server/src/modules/statement/index.ts';
import { invoiceDocuments } from '../apps/server/test/invoices.ts';
import type { BenchContext } from './context.ts';
import type { Bench, Measurement } from './measurement.ts';
import { inTurn, secondsOf } from './rounds.ts';
import { mix } from './stage/sales.ts';
import { summarise } from './statistics.ts';

const GOAL = 0.7;
const AT = Date.UTC(2026, 10, 3, 9);
const MOVEMENTS = 20;

type Statement = Parameters<typeof drawStatement>[0];

/** Statements of a month, beside bare pages with their words. */
export const paperStatements: Bench = {
  name: 'paper-statements',
  goal: GOAL,
  run: (context) =>
    measure(context, 'paper-statements', (index) => drawStatement(statementOf(index), 'fr'), /Relevé 2026-10-\d+/),
};

/** Invoices as Factur-X, beside bare pages with their words. */
export const paperInvoices: Bench = {
  name: 'paper-invoices',
  goal: GOAL,
  run: (context) => measure(context, 'paper-invoices', (index) => drawInvoice(invoiceOf(index), 'fr', AT), /Facture AF-\d+/),
};

type Draw = (index: number) => Promise<Buffer>;

async function measure({ scale }: BenchContext, name: string, draw: Draw, title: RegExp): Promise<Measurement[]> {
  const each = Math.ceil(scale.papers / scale.rounds);
  const words = await wordsOf(await draw(0));
  if (!title.test(words.join('\n'))) throw new Error(`${name}: what was drawn is not what it should be`);
  const bare: Draw = (index) => barePage(words.map((line) => `${line}${line.length % 3 === 0 ? ` ${mix(index)}` : ''}`));
  const bareWords = await wordsOf(await bare(0));
  if (bareWords.length < words.length) throw new Error(`${name}: the bare page has fewer words`);
  const rate = (one: Draw) => async (round: number) => {
    const from = round * each + 1;
    return each / (await secondsOf(() => drawAll(one, from, from + each, name)));
  };
  const pairs = await inTurn(scale.rounds, rate(draw), rate(bare));
  return [{ name, unit: 'documents/s', limit: 'bare pdfkit', goal: GOAL, ...summarise(pairs, 'more is better') }];
}

async function drawAll(draw: Draw, from: number, to: number, name: string): Promise<void> {
  for (let index = from; index < to; index += 1) {
    const bytes = await draw(index);
    if (bytes.length < 10_000 || bytes.subarray(0, 5).toString() !== '%PDF-') throw new Error(`${name}: no document`);
  }
}

/** The lines of text of a document. */
async function wordsOf(bytes: Uint8Array): Promise<string[]> {
  const pdf = await PDF.load(bytes);
  return pdf.extractText().flatMap(({ text }) => text.split('\n').filter((line) => line.trim() !== ''));
}

/** Opened once for all pages: to open a font takes pdfkit longer than to draw a page, which would flatter us. */
function openFont(name: string): Buffer {
  return create(readFileSync(new URL(import.meta.resolve(`@expo-google-fonts/source-sans-3/${name}`)))) as unknown as Buffer;
}

const regular = openFont('400Regular/SourceSans3_400Regular.ttf');
const strong = openFont('600SemiBold/SourceSans3_600SemiBold.ttf');

function barePage(lines: readonly string[]): Promise<Buffer> {
  const doc = new Document({ size: 'A4', margin: 44, font: regular as unknown as string });
  doc.registerFont('regular', regular);
  doc.registerFont('strong', strong);
  for (const [index, line] of lines.entries()) {
    doc
      .font(index === 0 ? 'strong' : 'regular')
      .fontSize(index === 0 ? 19 : 8.5)
      .text(line);
  }
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
    doc.end();
  });
}

function invoiceOf(index: number): InvoiceDocument {
  const document = invoiceDocuments['France, 20 %'];
  return {
    ...document,
    number: `AF-${index}`,
    seller: {
      ...document.seller,
      name: `Atelier ${mix(index).toString(36)} & Fils`,
      siren: String(100_000_000 + (mix(index) % 899_999_999)),
    },
    lines: document.lines.map((line) => ({
      ...line,
      description: `${index} ventes`,
      net: BigInt(1000 + (mix(index) % 900_000)),
    })),
  };
}

function statementOf(index: number): Statement {
  const zero = { pending: 0n, payable: 0n, inPayout: 0n, paid: 0n };
  const movements = Array.from({ length: MOVEMENTS }, (_, place): Statement['movements'][number] => ({
    currency: 'EUR',
    effectiveAt: Date.UTC(2026, 9, 1 + (mix(index + place) % 28)),
    recordedAt: AT,
    kind: 'accrual',
    factSeq: BigInt(place),
    number: 0,
    eventId: `order-${mix(index * MOVEMENTS + place)}`,
    label: `order-${mix(index * MOVEMENTS + place)}`,
    debit: 'commission_expense',
    credit: 'pending',
    amount: BigInt(100 + (mix(index + place) % 90_000)),
    commission: { factSeq: 1n, number: 0, recordedAt: AT, clause: '2', planVersion: 1, planVersionId: 'version' },
    lateOf: null,
    clauseText: 'For each line of a sale credited to it, the partner receives 10% of the line’s net amount.',
    debt: null,
  }));
  const record: Statement['record'] = {
    id: 'statement',
    month: '2026-10',
    number: index,
    from: Date.UTC(2026, 8, 30, 22),
    to: Date.UTC(2026, 9, 31, 23),
    after: 0n,
    through: 9n,
    closedAt: AT,
    transactionHash: Buffer.alloc(32, index % 256),
    workspaceName: 'Alpes Équipement',
    partnerId: 'partner',
    partnerName: `Atelier ${mix(index).toString(36)}`,
    currency: 'EUR',
    opening: zero,
    closing: { ...zero, pending: movements.reduce((sum, { amount }) => sum + amount, 0n) },
    movements: MOVEMENTS,
    late: 0,
    tellsDebts: true,
  };
  return { record, zone: 'Europe/Paris', movements, debts: [] };
}
