import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { codeOf, saleOf, type Book } from './sales.ts';

const HEADER = 'eventId,occurredAt,customerId,email,country,currency,amount,productId,category,code';
const CHUNK = 1000;

/** The first line of each sale of the book as a row of ten columns, the way companies export their orders. */
export async function writeSalesCsv(file: string, book: Book): Promise<void> {
  await pipeline(Readable.from(chunks(book)), createWriteStream(file));
}

function* chunks(book: Book): Generator<string> {
  let text = `${HEADER}\n`;
  for (let n = 0; n < book.sales; n += 1) {
    text += rowOf(n, book);
    if (n % CHUNK !== CHUNK - 1) continue;
    yield text;
    text = '';
  }
  yield text;
}

function rowOf(n: number, book: Book): string {
  const { eventId, occurredAt, customer, country, partner, lines } = saleOf(n, book);
  const [line] = lines;
  if (line === undefined) throw new Error('every sale has a line');
  const at = new Date(occurredAt).toISOString();
  const code = partner === null ? '' : codeOf(partner);
  const amount = (line.net / 100).toFixed(2);
  return `${eventId},${at},${customer},${customer}@customers.example,${country},EUR,${amount},${line.productId},${line.category},${code}\n`;
}
