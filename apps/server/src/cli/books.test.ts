import { frenchChart } from '@cordee/core/accounting';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { DAY, START, withOwnBooks, type Books } from '../../test/books.ts';
import { ALPES, writeCompany } from '../../test/company.ts';
import { commands } from './commands.ts';
import { runCli } from './run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'cordee-books-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const declaration = { paysSalaries: true, das2Column: 'commissions' };

function sayer(books: Books) {
  return async (...words: string[]) => {
    let out = '';
    const stdout = { isTTY: false, write: (text: string) => ((out += text), true) };
    const env = { DATABASE_URL: books.url, CORDEE_DATA: folder };
    const code = await runCli(commands, words, { stdout, stderr: stdout, env, clock: () => books.now });
    return { code, out };
  };
}

const put = (books: Books, path: string, body: unknown) =>
  books.app.call('PUT', `/api/v1/books/${path}`, { as: books.workspace.keys.secretKey, body });

test('books leave from a terminal in every form, checked; what is missing is said and leaves no file', () =>
  withOwnBooks(async (books) => {
    const say = sayer(books);
    const ana = await books.partner('Ana');
    await books.sale('january', ana, 10_000);
    books.now = START + 12 * DAY;
    await books.release();
    const into = (name: string) => ['--folder', join(folder, name)] as const;
    for (const name of ['none', 'fec', 'csv', 'journal', 'das2']) mkdirIn(name);

    expect((await say('books', 'fec', '2026-13', '2026-01')).code).not.toBe(0);
    // Without a chart nothing can be written, and nothing is left behind.
    const refused = await say('books', 'fec', '2026-01', '2026-01', ...into('none'));
    expect(refused.code, refused.out).not.toBe(0);
    expect(readdirSync(join(folder, 'none'))).toEqual([]);

    expect((await put(books, 'charts/2026-01-01', frenchChart)).status).toBe(200);
    expect((await put(books, 'declaration', declaration)).status).toBe(200);
    await writeCompany(books, ALPES);
    const draft = await say('books', 'fec', '2026-01', '2026-01', ...into('fec'));
    expect([draft.code, draft.out]).toEqual([0, expect.stringContaining('DRAFT')]);
    books.now = Date.UTC(2026, 1, 2);
    await books.done('periods/2026-01/closing', undefined);

    const fec = await say('books', 'fec', '2026-01', '2026-01', ...into('fec'), '--lang', 'fr');
    expect([fec.code, fec.out]).toEqual([0, expect.stringContaining('Contrôles : aucune anomalie.')]);
    const path = join(folder, 'fec', '303265045FEC20260131.txt');
    expect(readFileSync(path, 'utf8')).toContain('\t622200\t');
    expect((await say('books', 'csv', '2026-01', '2026-01', ...into('csv'))).code).toBe(0);
    expect((await say('books', 'hledger', '2026-01', '2026-01', ...into('journal'))).code).toBe(0);
    const [journal = ''] = readdirSync(join(folder, 'journal'));
    expect(readFileSync(join(folder, 'journal', journal), 'utf8')).toMatch(/622200 {2}10\.00 EUR/);

    const checked = await say('books', 'check', path, '--json');
    expect([checked.code, JSON.parse(checked.out)]).toMatchObject([0, { faults: [] }]);
    const wrong = join(folder, 'wrong.txt');
    writeFileSync(wrong, readFileSync(path, 'utf8').replace('10,00', '10,01'));
    const told = await say('books', 'check', wrong);
    expect([told.code, told.out]).toEqual([1, expect.stringContaining('line ')]);
    expect((await say('books', 'check', join(folder, 'nowhere.txt'))).code).not.toBe(0);

    const das2 = await say('books', 'das2', '2026', ...into('das2'));
    expect(das2.code, das2.out).toBe(0);
  }));

function mkdirIn(name: string): void {
  mkdirSync(join(folder, name));
}
