import { errors } from '@cordee/contract/errors';
import type { BulkAction, BulkAnswer } from '@cordee/contract/partnership';
import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { tagPartners, type ChangedPartners } from '../../partner/index.ts';
import { archivePartner, enroll } from '../../program/index.ts';
import type { GateSource } from '../gates/gate-facts.ts';
import { movePartners } from './set-stage.ts';
import { mustManagePartners } from '../partnership.policy.ts';

type Item = BulkAnswer['items'][number];

/**
 * Does the same to many partners, each for itself: what one is refused keeps nothing from the others. Tags and stages are one
 * write, archiving and enrolling one for each partner, so that a request cut off and repeated does the rest.
 */
export async function bulkPartners(context: Context, action: BulkAction, gateFacts: GateSource): Promise<BulkAnswer> {
  mustManagePartners(context.actor);
  const partnerIds = [...new Set(action.partnerIds)];
  const items = await itemsOf(context, action, partnerIds, gateFacts);
  const count = (outcome: Item['outcome']) => items.filter((each) => each.outcome === outcome).length;
  return { items, done: count('done'), unchanged: count('unchanged'), refused: count('refused') };
}

async function itemsOf(
  context: Context,
  action: BulkAction,
  partnerIds: readonly string[],
  gateFacts: GateSource,
): Promise<Item[]> {
  switch (action.action) {
    case 'tag':
    case 'untag': {
      const way = action.action === 'tag' ? 'add' : 'remove';
      return outcomes(context, partnerIds, await tagPartners(context, partnerIds, action.tags, way));
    }
    case 'stage':
      return outcomes(
        context,
        partnerIds,
        await movePartners(context, partnerIds, action.stage, action.reason ?? null, gateFacts),
      );
    case 'archive':
      return oneByOne(context, partnerIds, async (partnerId) => {
        await archivePartner(context, partnerId);
      });
    case 'enroll':
      return oneByOne(context, partnerIds, async (partnerId) => {
        await enroll(context, { programId: action.programId, partnerId, state: 'active' });
      });
    default:
      return action satisfies never;
  }
}

function outcomes(context: Context, partnerIds: readonly string[], { changed, unchanged }: ChangedPartners): Item[] {
  const [done, same] = [new Set(changed), new Set(unchanged)];
  return partnerIds.map((id) => {
    if (done.has(id)) return item(id, 'done');
    return same.has(id) ? item(id, 'unchanged') : refused(context, id, new Refusal('not_found'));
  });
}

async function oneByOne(
  context: Context,
  partnerIds: readonly string[],
  act: (partnerId: string) => Promise<void>,
): Promise<Item[]> {
  const items: Item[] = [];
  for (const id of partnerIds) {
    try {
      await act(id);
      items.push(item(id, 'done'));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      // Enrolled there already is what was asked for.
      items.push(error.code === 'already_exists' ? item(id, 'unchanged') : refused(context, id, error));
    }
  }
  return items;
}

function item(id: string, outcome: 'done' | 'unchanged'): Item {
  return { partnerId: encodeId('prt', id), outcome, code: null, message: null };
}

function refused({ language }: Context, id: string, { code, fields }: Refusal): Item {
  const message = fields[0]?.message[language] ?? errors[code].title[language];
  return { partnerId: encodeId('prt', id), outcome: 'refused', code, message };
}
