import type { ChartBody, ChartVersionAnswer } from '@cordee/contract/accounting-values';
import type { FieldFault } from '@cordee/contract/errors';
import { type ChartFault, chartFaults } from '@cordee/core/accounting';
import { decodeId, encodeId } from '@cordee/core/ids';
import { formatInstant, type LocalDate } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { write } from '../../../platform/verb.ts';
import { actorKey } from '../../bank/index.ts';
import { mustKeepBooks } from '../accounting.policy.ts';
import { deleteChart, knownPrograms, saveChart, selectCharts } from '../chart.store.ts';

/** Writes the chart that holds from a day on. Refuses `invalid_request` with all that is wrong with it. */
export function writeChart(context: Context, validFrom: LocalDate, chart: ChartBody): Promise<ChartVersionAnswer> {
  mustKeepBooks(context.actor);
  const { workspaceId, actor } = context;
  const faults = chartFaults(chart);
  if (faults.length > 0) throw new Refusal('invalid_request', faults.map(fieldFault));
  return write(context, async (tx) => {
    await mustHavePrograms(tx, workspaceId, Object.keys(chart.programs));
    const before = (await selectCharts(tx, workspaceId)).find((known) => known.validFrom === validFrom);
    const at = context.now();
    await saveChart(tx, workspaceId, { validFrom, chart, at, by: actorKey(actor) });
    const audit = {
      action: 'books_chart.written',
      subject: encodeId('wsp', workspaceId),
      ...(before === undefined ? {} : { before: { validFrom, chart: before.chart } }),
      after: { validFrom, chart },
    };
    return { result: { validFrom, chart, writtenAt: formatInstant(at) }, audit };
  });
}

/** Removes a chart. Refuses `not_found`, and `books_chart_first` for the first one while others follow it. */
export function removeChart(context: Context, validFrom: LocalDate): Promise<void> {
  mustKeepBooks(context.actor);
  const { workspaceId } = context;
  return write(context, async (tx) => {
    const charts = await selectCharts(tx, workspaceId);
    const found = charts.find((known) => known.validFrom === validFrom);
    if (found === undefined) throw new Refusal('not_found');
    if (found === charts[0] && charts.length > 1) throw new Refusal('books_chart_first');
    await deleteChart(tx, workspaceId, validFrom);
    const before = { validFrom, chart: found.chart };
    return { result: undefined, audit: { action: 'books_chart.removed', subject: encodeId('wsp', workspaceId), before } };
  });
}

async function mustHavePrograms(tx: Tx, workspaceId: string, ids: readonly string[]): Promise<void> {
  const uuids = new Map(ids.map((id) => [id, decodeId('prg', id)]));
  const known = await knownPrograms(
    tx,
    workspaceId,
    [...uuids.values()].filter((uuid) => uuid !== null),
  );
  const unknown = ids.filter((id) => !known.has(uuids.get(id) ?? ''));
  if (unknown.length === 0) return;
  throw new Refusal(
    'unknown_reference',
    unknown.map((id) => ({
      path: `programs.${id}`,
      rule: 'exists',
      message: { en: 'No program of this workspace has this id.', fr: 'Aucun programme de cet espace n’a cet identifiant.' },
    })),
  );
}

function fieldFault({ path, rule, detail }: ChartFault): FieldFault {
  return { path, rule, message: sentences[rule](detail), ...(rule === 'number' ? { example: '622200' } : {}) };
}

const sentences: Readonly<Record<ChartFault['rule'], (detail: string) => { en: string; fr: string }>> = {
  missing: (kind) => ({ en: `The account for “${kind}” is missing.`, fr: `Le compte pour « ${kind} » manque.` }),
  number: () => ({
    en: 'A number begins with three digits of a class of the chart (1 to 7), then digits or capitals, 12 at most.',
    fr: 'Un numéro commence par trois chiffres d’une classe du plan (1 à 7), puis des chiffres ou des capitales, 12 au plus.',
  }),
  class: (classes) => ({
    en: `Here accounts of class ${classes} are right.`,
    fr: `Ici conviennent des comptes de classe ${classes}.`,
  }),
  name: () => ({
    en: 'A name is one line without a bar, 100 characters at most.',
    fr: 'Un libellé tient en une ligne sans barre, 100 caractères au plus.',
  }),
  code: () => ({
    en: 'A journal has a code of 1 to 6 capitals or digits.',
    fr: 'Un journal a un code de 1 à 6 capitales ou chiffres.',
  }),
  one_name: (name) => ({
    en: `Elsewhere it is called “${name}”: one number, one name.`,
    fr: `Ailleurs il s’appelle « ${name} » : un numéro, un libellé.`,
  }),
  one_way: (number) => ({
    en: `${number} is elsewhere by partner, here not, or the other way round.`,
    fr: `${number} est ailleurs par partenaire, ici non, ou l’inverse.`,
  }),
};
