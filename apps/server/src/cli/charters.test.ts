import { expect, test } from 'vitest';
import { makeSession } from '../../test/app.ts';
import { withOwnBooks } from '../../test/books.ts';
import { commands } from './commands.ts';
import { runCli } from './run-cli.ts';

test('charters are listed, read in both languages and compared from a terminal', () =>
  withOwnBooks(async (books) => {
    const say = async (...words: string[]) => {
      let out = '';
      const stdout = { isTTY: false, write: (text: string) => ((out += text), true) };
      const code = await runCli(commands, words, {
        stdout,
        stderr: stdout,
        env: { DATABASE_URL: books.url },
        clock: () => books.now,
      });
      return { code, out };
    };
    const ana = await books.partner('Ana');
    expect((await say('charters', 'list')).out).toContain('There is no charter.');
    const people = { companyPerson: 'Ana Martin', partnerPerson: 'Zoé Petit' };
    const id = String((await books.done('charters', { partnerId: ana.id, kind: 'client', prevailing: 'fr', ...people }))['id']);
    await books.done(`charters/${id}/sharing`, {});
    const { hash } = (await books.get(`charters/${id}/versions/1`)).json();
    const session = await makeSession(books.app, books.db, books.workspace.id, 'partner', ana.uuid);
    const signature = { hash, signedOn: new Date(books.now).toISOString().slice(0, 10) };
    for (const [step, body] of [
      ['approval', { hash }],
      ['signature', signature],
    ] as const) {
      for (const as of [books.key, session]) expect((await books.post(`charters/${id}/${step}`, body, as)).status).toBe(200);
    }
    await books.done(`charters/${id}/amendment`, {});
    const exit = (await books.get(`charters/${id}/versions/2`)).json()['document'] as { exit: { balanceDays: number } };
    const after = { ...exit.exit, balanceDays: 45 };
    await books.done(`charters/${id}/changes`, { revision: 1, changes: [{ part: 'exit', after }] });

    const listed = await say('charters', 'list', '--partner', ana.id);
    expect([listed.code, listed.out]).toEqual([0, expect.stringMatching(new RegExp(`${id} +Ana +client +in_force +1 +2`))]);
    const shown = await say('charters', 'show', id);
    expect(shown.out.indexOf('== fr')).toBeGreaterThan(0);
    expect(shown.out.indexOf('== en')).toBeGreaterThan(shown.out.indexOf('== fr'));
    expect(shown.out).toContain('dans les 60 jours suivant la fin');
    const english = await say('charters', 'show', id, '--version', '2', '--text', 'en');
    expect(english.out).toContain('within 45 days of the end');
    expect(english.out).not.toContain('== fr');
    const compared = await say('charters', 'compare', id, '--from', '1', '--to', '2', '--text', 'en');
    expect(compared.out).toMatch(/\[-60\s*-\]\{\+45\s*\+\}/);
    expect(compared.out).toContain('changed: exit exit balance');
    const json = JSON.parse((await say('charters', 'compare', id, '--from', '1', '--to', '1', '--json')).out) as object;
    expect(json).toMatchObject({
      from: 1,
      to: 1,
      differences: [
        { language: 'fr', changes: [] },
        { language: 'en', changes: [] },
      ],
    });
    expect((await say('charters', 'show', 'prt_01h45nvb5pextapf6f6a01aqw7')).code).toBe(2);
    expect((await say('charters', 'show', id, '--version', '9')).code).toBe(1);
  }));
