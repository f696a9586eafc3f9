import type { Context } from '../../../platform/context.ts';
import { exportSnapshot } from '../../../platform/db/index.ts';
import { read, readBeside } from '../../../platform/verb.ts';
import { conversionFaults } from '../../analytics/index.ts';
import { loadTermsVersion } from '../../fact/index.ts';
import { cachedTerms } from '../../program/index.ts';
import { mayVerify } from '../counting.policy.ts';
import { loadCountHead } from '../counting.store.ts';
import { checksOver } from '../replay/step-checks.store.ts';
import { meanwhile, mostInline, verifyInThreads } from '../replay/threads/in-threads.ts';
import { verify, type ToldProgress, type Verification } from '../replay/verify.store.ts';

/**
 * Re-adds and replays the workspace in one snapshot, the daily sums of the screens included; nothing is written. Of more facts than
 * `inline` in threads of their own, so that the caller's answers others meanwhile.
 */
export async function verifyWorkspace(context: Context, onProgress?: ToldProgress, inline = mostInline): Promise<Verification> {
  mayVerify(context.actor);
  const { workspaceId, db } = context;
  const beside = await read(context, async (tx) => {
    const { address } = db;
    if (address === null || (await loadCountHead(tx, workspaceId)).countedSeq <= inline) return null;
    const terms = await cachedTerms(tx, workspaceId, await loadTermsVersion(tx, workspaceId));
    const place = { database: address, snapshot: await exportSnapshot(tx), workspaceId };
    const threads = verifyInThreads(place, terms, onProgress);
    return { done: threads.done, faults: await meanwhile(threads, () => conversionFaults(tx, workspaceId)) };
  });
  if (beside === null) return verifyHere(context, onProgress);
  const { differences, ...books } = await beside.done;
  return { ...books, differences: [...differences, ...beside.faults] };
}

function verifyHere(context: Context, onProgress: ToldProgress | undefined): Promise<Verification> {
  return readBeside(context, async (tx, beside) => {
    const { workspaceId } = context;
    const terms = await cachedTerms(tx, workspaceId, await loadTermsVersion(tx, workspaceId));
    const checks = checksOver(beside, workspaceId);
    const books = await verify(tx, (work) => work(beside), { workspaceId, terms }, checks, onProgress);
    return { ...books, differences: [...books.differences, ...(await conversionFaults(tx, workspaceId))] };
  });
}
