import { rebuildProjections } from '../../modules/counting/index.ts';
import { defineCommand, WORKSPACE } from '../command.ts';

export const replay = defineCommand({
  name: 'replay',
  summary: {
    en: 'Rebuild from the facts what is derived: counters, states of commissions, balance snapshots.',
    fr: 'Reconstruire depuis les faits ce qui en découle : compteurs, états des commissions, instantanés des soldes.',
  },
  options: { workspace: WORKSPACE },
  positionals: [],
  async run({ options, installation, progress, say }) {
    const context = await (await installation()).context(options.workspace);
    const bar = progress({ en: 'Replaying', fr: 'Relecture' });
    const result = await rebuildProjections(context, (done, total) => bar.update(done, total));
    bar.end();
    const { facts, counters, commissions } = result;
    return {
      json: result,
      text: say({
        en: `${facts} facts replayed: ${counters} counters written, ${commissions} commissions corrected.`,
        fr: `${facts} faits rejoués : ${counters} compteurs écrits, ${commissions} commissions corrigées.`,
      }),
    };
  },
});
