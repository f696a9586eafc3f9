import { expect, it } from 'vitest';
import { makeSession } from '../../../test/app.ts';
import { withBooks } from '../../../test/books.ts';

it('a partnership asks for revealed answers of a partner that was asked something, and of no other', () =>
  withBooks(async (books) => {
    const [ana, bob] = [await books.partner('Ana'), await books.partner('Bob')];
    const as = await makeSession(books.app, books.db, books.workspace.id, 'partner', ana.uuid);
    const gate = async ({ id }: { readonly id: string }) => {
      const { moves } = (await books.get(`partners/${id}/partnership`)).json() as {
        moves: { to: string; gates: { code: string; state: string }[] }[];
      };
      const gates = moves.find(({ to }) => to === 'negotiating')?.gates ?? [];
      return gates.find(({ code }) => code === 'qualification_revealed')?.state;
    };
    for (const { id } of [ana, bob]) await books.done(`partners/${id}/stage`, { stage: 'qualifying', reason: 'From the start.' });
    const { id } = await books.done('questionnaires', { template: 'referrer' });
    await books.done(`questionnaires/${String(id)}/publication`, undefined);
    const ask = () => books.done('qualifications', { partnerId: ana.id, questionnaireId: id, days: 30 });
    const first = await ask();
    expect([await gate(ana), await gate(bob)]).toEqual(['open', 'not_asked']);
    await books.done(`qualifications/${String(first['id'])}/withdrawal`, { reason: 'Too early.' });
    expect(await gate(ana)).toBe('not_asked');
    const second = `qualifications/${String((await ask())['id'])}`;
    for (const who of [as, books.key]) {
      expect(await gate(ana)).toBe('open');
      await books.app.call('PUT', `/api/v1/${second}/answers`, { as: who, body: { answers: { 'exit.notice': 1 } } });
      const sealed = await books.post(`${second}/seal`, {}, who);
      expect(sealed.status, sealed.text).toBe(200);
    }
    expect(await gate(ana)).toBe('met');
  }));
