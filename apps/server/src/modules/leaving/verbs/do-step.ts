import type { LeavingAnswer } from '@cordee/contract/leaving';
import { rehearseExit } from '@cordee/core/exit';
import type { Context } from '../../../platform/context.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { actIn } from '../act-in.ts';
import { exitCase } from '../exit-case.ts';
import { mustTakePart } from '../leaving.policy.ts';
import { keepStep } from '../leaving.store.ts';
import { mayDoStep } from '../manual-steps.ts';
import { noSuchStep } from '../refusals.ts';

/** Whoever owns a step says that it is done. Refuses `conflict` for a step of others, or one that is done. */
export function doStep(
  context: Context,
  partnerId: string,
  { step, text }: { readonly step: string; readonly text?: string | undefined },
): Promise<Wire<LeavingAnswer>> {
  const side = mustTakePart(context.actor, partnerId);
  return actIn(context, partnerId, side, async (tx, { record }) => {
    const of = await exitCase(tx, context, partnerId, side, {
      on: record.noticedOn,
      endsOn: record.endsOn,
      side: record.side,
    });
    const found = rehearseExit(of).steps.find(({ id }) => id === step);
    if (found === undefined || !mayDoStep(found.id, found.owner, side)) throw noSuchStep();
    const kept = { step, at: context.now(), side, text: text ?? null, actor: context.actor };
    if (!(await keepStep(tx, context.workspaceId, record.id, kept))) throw noSuchStep();
    const said = found.title[context.language];
    return { next: record, kind: 'step_done', text: text === undefined ? said : `${said} · ${text}` };
  });
}
