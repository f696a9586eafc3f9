import { formatInstant } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import { read } from '../../../platform/verb.ts';
import { selectLastSeen } from '../script-hit.store.ts';
import { mustBeStaff } from '../tracking.policy.ts';

/** When the hosts of the workspace last loaded the script. */
export function scriptLastSeen(context: Context): Promise<{ host: string; lastSeenAt: string | null }[]> {
  mustBeStaff(context.actor);
  return read(context, async (tx) =>
    (await selectLastSeen(tx, context.workspaceId)).map(({ host, lastAt }) => ({
      host,
      lastSeenAt: lastAt === null ? null : formatInstant(lastAt),
    })),
  );
}
