import type { SignalAnswer } from '@cordee/contract/commission-review';
import type { Context } from '../../../platform/context.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { read } from '../../../platform/verb.ts';
import { loadTermsVersion } from '../../fact/index.ts';
import { cachedTerms } from '../../program/index.ts';
import { signalToContract } from '../answers/signal-answer.ts';
import { maySeeSignals } from '../counting.policy.ts';
import { signalsOf } from '../review/signals.ts';
import { findCommission } from './find-commission.ts';

/** What is unusual about a commission, with the evidence. Refuses `not_found`, and partners. */
export function commissionSignals(context: Context, uuid: string): Promise<{ signals: Wire<SignalAnswer>[] }> {
  maySeeSignals(context.actor);
  const { workspaceId, language } = context;
  return read(context, async (tx) => {
    const commission = await findCommission(tx, context, uuid);
    const terms = await cachedTerms(tx, workspaceId, await loadTermsVersion(tx, workspaceId));
    const [signals = []] = await signalsOf(tx, workspaceId, terms, [commission], context.now());
    return { signals: signals.map((signal) => signalToContract(signal, language, terms.zone)) };
  });
}
