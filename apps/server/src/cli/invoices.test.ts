import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { DAY, START, withOwnBooks } from '../../test/books.ts';
import { enterDetails, FRENCH, setInvoicing, signMandate } from '../../test/invoicing.ts';
import { commands } from './commands.ts';
import { runCli } from './run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'cordee-invoices-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('invoices are issued and handed over from a terminal, once', () =>
  withOwnBooks(async (books) => {
    const say = async (...words: string[]) => {
      let out = '';
      const stdout = { isTTY: false, write: (text: string) => ((out += text), true) };
      const env = { DATABASE_URL: books.url, CORDEE_DATA: folder };
      const code = await runCli(commands, words, { stdout, stderr: stdout, env, clock: () => books.now });
      return { code, out };
    };
    const ana = await books.partner('Ana');
    await setInvoicing(books);
    await enterDetails(books, ana, { ...FRENCH, legalName: 'Atelier Lumière' });
    await signMandate(books, ana);
    await books.sale('january', ana, 10_000);
    books.now = START + 12 * DAY;
    await books.release();
    books.now = Date.UTC(2026, 1, 2);
    await books.done('periods/2026-01/closing', undefined);
    const issued = await say('invoices', 'issue');
    expect(issued.code, issued.out).toBe(0);
    expect(issued.out).toMatch(/AF-0001-000001 +Ana +issued +€10\.00 +€2\.00 +inv_/);
    expect((await say('invoices', 'issue')).code).toBe(1);
    const given = join(folder, 'given');
    expect((await say('invoices', 'hand-over', '--folder', given)).code).toBe(0);
    const list = JSON.parse(readFileSync(join(given, 'documents.json'), 'utf8')) as { files: { fileName: string }[] }[];
    expect(list).toMatchObject([
      { number: 'AF-0001-000001', files: [{ fileName: 'AF-0001-000001.pdf' }, { fileName: 'AF-0001-000001.xml' }] },
    ]);
    expect(readFileSync(join(given, 'AF-0001-000001.xml'), 'utf8')).toContain('CrossIndustryInvoice');
    expect((await say('invoices', 'hand-over', '--folder', join(folder, 'again'), '--json')).out.trim()).toBe('[]');
  }));
