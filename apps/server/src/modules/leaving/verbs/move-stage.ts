import type { MovePartnership } from '@cordee/contract/partnership-stage';
import type { Context } from '../../../platform/context.ts';
import { read } from '../../../platform/verb.ts';
import { findPartner } from '../../partner/index.ts';
import { type GateSource, movePartnership } from '../../partnership/index.ts';
import { shutGates } from '../act-in.ts';

type Waivers = MovePartnership['waivers'];
type GateName = Waivers[number]['gate'];

/**
 * Moves the partnership through its gates; there already, it stays. Gates in `excused` are waived with their reason where they are
 * shut: what both agreed on keeps nobody. Refuses as the machine does.
 */
export async function moveStage(
  context: Context,
  partnerId: string,
  to: MovePartnership['to'],
  { waivers, excused }: { readonly waivers: Waivers; readonly excused: Readonly<Partial<Record<GateName, string>>> },
  gateFacts: GateSource,
): Promise<void> {
  // The key of the request belongs to the write that follows.
  const { idempotency: _, ...own } = context;
  const partner = await read(context, (tx) => findPartner(tx, context.workspaceId, partnerId));
  if (partner?.stage === to) return;
  try {
    await movePartnership(own, partnerId, { to, waivers }, gateFacts);
  } catch (error) {
    const shut = shutGates(error);
    const named = waivers.map(({ gate }) => gate as string);
    const more = shut.filter((gate) => excused[gate as GateName] !== undefined && !named.includes(gate));
    if (more.length === 0) throw error;
    const added = more.map((gate) => ({ gate: gate as GateName, reason: excused[gate as GateName] ?? '' }));
    await movePartnership(own, partnerId, { to, waivers: [...waivers, ...added] }, gateFacts);
  }
}
