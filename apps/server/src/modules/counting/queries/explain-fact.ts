import type { Fact } from '@cordee/core/counting';
import { explain, renderExplanation, type Explanation, type WhyInput } from '@cordee/core/explanation';
import { factId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import { ownPartner } from '../../../platform/own-partner.ts';
import { read } from '../../../platform/verb.ts';
import { factFromRow } from '../../fact/index.ts';
import { findFact } from './find-fact.ts';
import { mustShowWhy } from '../must-show-why.ts';
import { loadWhy } from './load-why.ts';

export interface Why {
  readonly factId: string;
  readonly explanation: Explanation;
  readonly text: string[];
}

/** Why a fact paid what it paid, or nothing; a partner is told its own part. Refuses `not_found`. */
export function explainFact(context: Context, uuid: string): Promise<Why> {
  return read(context, async (tx) => {
    const fact = factFromRow(await findFact(tx, context, uuid));
    const own = ownPartner(context.actor);
    await mustShowWhy(tx, context.workspaceId, own);
    return whyOf(context, fact, await loadWhy(tx, context.workspaceId, fact, own));
  });
}

export function whyOf({ language }: Context, fact: Fact, input: WhyInput): Why {
  const explanation = explain(input);
  return { factId: factId(fact.recordedAt, fact.seq), explanation, text: renderExplanation(explanation, language) };
}
