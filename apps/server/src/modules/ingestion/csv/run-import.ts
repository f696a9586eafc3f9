import { open } from 'node:fs/promises';
import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import { DatabaseUnavailable, transaction, withWorkspace, type Tx } from '../../../platform/db/index.ts';
import { recordAudit } from '../../../platform/verb.ts';
import type { IngestionParts } from '../hooks/parts.ts';
import { endImport, findImport, knownPartners, partnerCodes, workspaceFacts, type ImportRecord } from '../import.store.ts';
import { importRows, ImportTaken, type RunOptions } from './import-rows.ts';
import { withWay, type WayContext } from './ways.ts';

/**
 * Reads an import's file from where it stands to its end, in constant memory, chunk by chunk. Bad rows are set aside with their
 * reason. Killed at any moment and run again, it goes on exactly behind the last chunk that was committed. Resolves with the
 * import as it then stands, null when there is none.
 */
export async function runImport(
  parts: IngestionParts,
  workspaceId: string,
  importId: string,
  options: RunOptions = {},
): Promise<ImportRecord | null> {
  const record = await inWorkspace(parts, workspaceId, (tx) => findImport(tx, workspaceId, importId));
  if (record === null || record.state === 'done' || record.state === 'failed') return record;
  try {
    const isFinished = await readFile(parts, workspaceId, record, options);
    if (isFinished) await end(parts, workspaceId, importId, null);
  } catch (error) {
    // Another process has it, or the database is away: whoever runs it next goes on.
    if (error instanceof ImportTaken || error instanceof DatabaseUnavailable) throw error;
    parts.onError(error);
    await end(parts, workspaceId, importId, {
      code: 'internal',
      message: error instanceof Error ? error.message : String(error),
    });
  } finally {
    parts.kick(workspaceId);
  }
  return inWorkspace(parts, workspaceId, (tx) => findImport(tx, workspaceId, importId));
}

function inWorkspace<T>(parts: IngestionParts, workspaceId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return transaction(parts.db, async (tx) => {
    await withWorkspace(tx, workspaceId);
    return work(tx);
  });
}

function end(parts: IngestionParts, workspaceId: string, importId: string, fault: ImportRecord['fault']): Promise<void> {
  const state = fault === null ? 'done' : 'failed';
  return inWorkspace(parts, workspaceId, async (tx) => {
    await endImport(tx, workspaceId, importId, state, parts.now(), fault);
    const record = await findImport(tx, workspaceId, importId);
    if (record === null) return;
    const { kind, fileName, accepted, duplicates, rejected } = record;
    const id = encodeId('imp', importId);
    const after = { id, kind, fileName, state, accepted, duplicates, rejected, fault: fault?.code ?? null };
    await recordAudit(tx, jobContext(parts, workspaceId), { action: 'import.finished', subject: id, after });
  });
}

/** True when the end of the file was reached. */
async function readFile(parts: IngestionParts, workspaceId: string, record: ImportRecord, options: RunOptions): Promise<boolean> {
  const context = await wayContext(parts, workspaceId, record);
  const file = await open(record.settings.path, 'r');
  try {
    return await withWay(context, (way) => importRows({ context, way, file, options }));
  } finally {
    await file.close();
  }
}

async function wayContext(parts: IngestionParts, workspaceId: string, record: ImportRecord): Promise<WayContext> {
  const { settings } = record;
  return inWorkspace(parts, workspaceId, async (tx) => {
    const { customerKey } = await workspaceFacts(tx, workspaceId);
    const namesPartners = settings.places['partnerEmail'] !== undefined || settings.places['partnerExternalId'] !== undefined;
    const codes = namesPartners ? await partnerCodes(tx, workspaceId, settings.programId) : new Map<string, string | null>();
    const addsPartners = record.kind === 'partners' || record.kind === 'rewardful_affiliates';
    return {
      parts,
      workspaceId,
      record,
      file: { settings, customerKey, now: parts.now(), partnerCodes: codes },
      actor: jobContext(parts, workspaceId),
      partners: addsPartners ? await knownPartners(tx, workspaceId) : new Map<string, string>(),
    };
  });
}

function jobContext({ db, now }: IngestionParts, workspaceId: string): Context {
  return { actor: { kind: 'system', job: 'import' }, workspaceId, db, now, language: 'en', requestId: 'import' };
}
