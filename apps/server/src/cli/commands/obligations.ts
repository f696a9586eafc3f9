import { obligationRoutes } from '@cordee/contract/obligation';
import { listObligations } from '../../modules/obligation/index.ts';
import { defineCommand, WORKSPACE } from '../command.ts';
import { table } from '../table.ts';
import { UsageError } from '../usage-error.ts';

export const dueObligations = defineCommand({
  name: 'obligations due',
  summary: {
    en: 'What is owed and open, the earliest due first: two hundred at most.',
    fr: 'Ce qui est dû et encore ouvert, la plus proche échéance d’abord : deux cents au plus.',
  },
  options: {
    workspace: WORKSPACE,
    until: { kind: 'text', value: 'day', help: { en: 'due on this day or before', fr: 'dues ce jour ou avant' } },
    late: { kind: 'flag', help: { en: 'only what is late', fr: 'seulement les retards' } },
  },
  positionals: [],
  async run({ options: { workspace, until, late }, installation, say }) {
    const asked = { limit: 200, state: late ? 'late' : 'open', ...(until === undefined ? {} : { until }) };
    const query = obligationRoutes.listObligations.query?.safeParse(asked);
    if (query?.success !== true) throw new UsageError({ en: 'A day is written 2026-11-30.', fr: 'Un jour s’écrit 2026-11-30.' });
    const context = await (await installation()).context(workspace);
    const { items } = await listObligations(context, query.data);
    const header = say({ en: 'due partner owed-by state what', fr: 'échéance partenaire due-par état quoi' }).split(' ');
    const rows = items.map(({ dueOn, partnerName, owner, state, title }) => [
      dueOn,
      partnerName.replace(/\p{Cc}/gu, '\uFFFD'),
      owner,
      state,
      title,
    ]);
    const text = items.length === 0 ? say({ en: 'Nothing is owed.', fr: 'Rien n’est dû.' }) : table(header, rows, []);
    return { json: items, text };
  },
});
