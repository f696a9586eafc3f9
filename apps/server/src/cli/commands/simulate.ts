import { readFile } from 'node:fs/promises';
import { planDocument } from '@cordee/contract/plan-document';
import { decodeId } from '@cordee/core/ids';
import { formatMoney } from '@cordee/core/money';
import { simulatePlan } from '../../modules/counting/index.ts';
import { faultsOf } from '@cordee/contract/field-faults';
import { Refusal } from '../../platform/refusal.ts';
import { defineCommand, WORKSPACE } from '../command.ts';
import { table } from '../table.ts';
import { UsageError } from '../usage-error.ts';

export const simulate = defineCommand({
  name: 'simulate',
  summary: {
    en: 'Try other rules on real history: who gains, who loses, the total. Nothing is written.',
    fr: 'Essayer d’autres règles sur l’histoire réelle : qui gagne, qui perd, le total. Rien n’est écrit.',
  },
  options: {
    workspace: WORKSPACE,
    plan: {
      kind: 'text',
      value: 'file.json',
      help: {
        en: 'the rules to try; the draft of the plan unless said',
        fr: 'les règles à essayer ; sinon le brouillon du barème',
      },
    },
    from: { kind: 'instant', value: 'date', required: true, help: { en: 'start of the period', fr: 'début de la période' } },
    to: {
      kind: 'instant',
      value: 'date',
      required: true,
      help: { en: 'end of the period, exclusive', fr: 'fin de la période, exclue' },
    },
  },
  positionals: [
    {
      name: 'plan-id',
      help: { en: 'pln_…: the plan whose rules are replaced', fr: 'pln_… : le barème dont les règles sont remplacées' },
    },
  ],
  async run({ options, words, installation, progress, say, language }) {
    const planId = decodeId('pln', words['plan-id']);
    if (planId === null) {
      throw new UsageError({ en: 'A plan id starts with pln_.', fr: 'Un identifiant de barème commence par pln_.' });
    }
    const document = options.plan === undefined ? undefined : await readDocument(options.plan);
    const context = await (await installation()).context(options.workspace);
    const bar = progress({ en: 'Simulating', fr: 'Simulation' });
    const period = { from: options.from, to: options.to };
    const result = await simulatePlan(context, planId, { ...period, ...(document === undefined ? {} : { document }) }, (done) =>
      bar.update(done),
    );
    bar.end();
    const headings = say({ en: 'partner|now|simulated|difference', fr: 'partenaire|actuel|simulé|écart' }).split('|');
    const money = (amount: bigint, currency: string) => formatMoney({ amount, currency }, language);
    const row = (name: string, part: (typeof result.totals)[number]) => [
      name,
      money(part.current, part.currency),
      money(part.simulated, part.currency),
      money(part.difference, part.currency),
    ];
    const changed = result.partners.filter(({ difference }) => difference !== 0n);
    const ranked = changed.toSorted((a, b) => (a.difference === b.difference ? 0 : a.difference > b.difference ? -1 : 1));
    const rows = [
      ...ranked.map((part) => row(part.partnerName, part)),
      ...result.totals.map((part) => row(say({ en: 'Total', fr: 'Total' }), part)),
    ];
    return { json: result, text: table(headings, rows) };
  },
});

async function readDocument(file: string) {
  let json: unknown;
  try {
    json = JSON.parse(await readFile(file, 'utf8'));
  } catch {
    throw new UsageError({
      en: `${file} is not a JSON file that can be read.`,
      fr: `${file} n’est pas un fichier JSON lisible.`,
    });
  }
  const parsed = planDocument.safeParse(json);
  if (!parsed.success) throw new Refusal('plan_invalid', faultsOf(planDocument, parsed.error.issues));
  return parsed.data;
}
