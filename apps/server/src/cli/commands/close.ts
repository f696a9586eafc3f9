import { monthPeriod } from '@cordee/core/closing';
import { closePeriod, getPeriod, settlePeriod } from '../../modules/statement/index.ts';
import { defineCommand, WORKSPACE } from '../command.ts';
import { UsageError } from '../usage-error.ts';

export const close = defineCommand({
  name: 'close',
  summary: {
    en: 'Close a month: every partner has its statement of it, which never changes.',
    fr: 'Clôturer un mois : chaque partenaire en a son relevé, qui ne change jamais.',
  },
  options: { workspace: WORKSPACE },
  positionals: [{ name: 'month', help: { en: 'such as 2026-10', fr: 'par exemple 2026-10' } }],
  async run({ options, words: { month }, installation, say, note }) {
    mustBeMonth(month);
    const context = await (await installation()).context(options.workspace);
    for (const { code, count } of (await getPeriod(context, month)).warnings) {
      note({ en: `Before closing: ${code}, ${count}.`, fr: `Avant la clôture : ${code}, ${count}.` });
    }
    let closed = await closePeriod(context, month);
    if (closed.state === 'closing') {
      note({ en: 'Adding up many facts…', fr: 'Addition de nombreux faits…' });
      // A worker may have begun as well: whoever comes second finds it done.
      await settlePeriod(context, month);
      closed = await getPeriod(context, month);
    }
    const { statements, transactionHash } = closed;
    return {
      json: closed,
      text: say({
        en: `${month} is closed: ${statements} statements.\nChain of the books: ${transactionHash}`,
        fr: `${month} est clos : ${statements} relevés.\nChaîne des livres : ${transactionHash}`,
      }),
    };
  },
});

/** Refuses what is no month. */
export function mustBeMonth(text: string): void {
  if (monthPeriod(text, 'UTC') !== null) return;
  throw new UsageError({ en: 'A month is written 2026-10.', fr: 'Un mois s’écrit 2026-10.' });
}
