import { expect, test } from 'vitest';
import { withOwnBooks, type Books } from '../../test/books.ts';
import { commands } from './commands.ts';
import { runCli } from './run-cli.ts';

function sayer(books: Books) {
  return async (...words: string[]) => {
    let out = '';
    const stdout = { isTTY: false, write: (text: string) => ((out += text), true) };
    const env = { DATABASE_URL: books.url };
    const code = await runCli(commands, [...words, '--lang', 'en'], { stdout, stderr: stdout, env, clock: () => books.now });
    return { code, out };
  };
}

test('the command line says who the company is, changes a part of it from a day on, and refuses what cannot be', () =>
  withOwnBooks(async (books) => {
    const say = sayer(books);
    const none = await say('company', 'show');
    expect([none.code, none.out]).toEqual([1, expect.stringContaining('Nobody has said yet who the company is.')]);

    const wrong = await say('company', 'set', '--name', 'Maison Bleue SAS', '--siret', '73282932000075');
    expect([wrong.code, wrong.out]).toEqual([1, expect.stringContaining('This SIRET cannot exist')]);
    const bad = await say('company', 'set', '--name', 'Maison Bleue SAS', '--ape', 'A479');
    expect([bad.code, bad.out]).toEqual([1, expect.stringContaining('identity.ape')]);
    const set = ['--siret', '732 829 320 00074', '--street', '1 rue de Paris', '--post-code', '75009', '--town', 'Paris'];
    expect(await say('company', 'set', '--name', 'Maison Bleue SAS', '--form', 'SAS', ...set)).toEqual({
      code: 0,
      out: 'Record 1 is written.\nMaison Bleue SAS\nSAS\n1 rue de Paris, 75009 Paris, FR\n73282932000074\n2026-01-15 – …\n',
    });

    const unsaid = await say('company', 'set', '--town', 'Annecy', '--from', '2026-03-01');
    expect([unsaid.code, unsaid.out]).toEqual([1, expect.stringContaining('Say why it changes')]);
    const moved = await say('company', 'set', '--town', 'Annecy', '--form', '', '--from', '2026-03-01', '--because', 'Moved.');
    expect(moved).toMatchObject({ code: 0 });
    expect((await say('company', 'show')).out).toContain('1 rue de Paris, 75009 Paris, FR');
    const later = await say('company', 'show', '--on', '2026-03-01', '--json');
    expect(JSON.parse(later.out)).toMatchObject({
      record: { number: 2, reason: 'Moved.', author: 'cordee company set', identity: { siren: '732829320', legalForm: null } },
      lacks: [{ purpose: 'das2', data: ['ape', 'contact'] }],
    });
    expect((await say('company', 'show', '--history')).out).toContain('2026-02-28');
    expect((await say('company', 'show', '--on', 'tomorrow')).code).toBe(2);
  }));
