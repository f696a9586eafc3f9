import { decodeId, type Prefix } from '@cordee/core/ids';
import type { FileAnswer } from '@cordee/contract/file';
import type { Instant } from '@cordee/core/time';
import type { Context } from '../context.ts';
import type { Tx } from '../db/index.ts';
import { ownPartner } from '../own-partner.ts';
import { Refusal } from '../refusal.ts';
import { fileToContract } from './file-answer.ts';
import { deleteUsed, insertUses, selectFiles, selectUsed, type FilePlace } from './uploaded-file.store.ts';

/**
 * From now on `place` refers to these files, which stay as long as it does: whoever may read its subject may read them. Each side attaches
 * what is its own. Refuses `unknown_reference` for any other, by its path under `path`.
 */
export async function attachFiles(
  tx: Tx,
  { workspaceId, actor, now }: Context,
  place: FilePlace,
  ids: readonly string[],
  path = 'files',
): Promise<void> {
  if (ids.length === 0) return;
  const own = ownPartner(actor);
  const found = new Map((await selectFiles(tx, workspaceId, ids)).map((file) => [file.id, file]));
  const unknown = ids.flatMap((id, index) => (found.get(id)?.partnerId === own ? [] : [index]));
  if (unknown.length > 0) {
    throw new Refusal(
      'unknown_reference',
      unknown.map((index) => ({ path: `${path}[${index}]`, rule: 'known', message: isGone })),
    );
  }
  await insertUses(tx, workspaceId, place, ids, now());
}

const isGone = {
  en: 'There is no such file of yours, or it was removed after a day: upload it again.',
  fr: 'Vous n’avez pas de tel fichier, ou il a été supprimé au bout d’un jour : envoyez-le de nouveau.',
};

/** Another subject refers to the files of this one as well, at the same places: they stay as long as either does. */
export async function shareFiles(
  tx: Tx,
  workspaceId: string,
  { from, to, at }: { readonly from: string; readonly to: string; readonly at: Instant },
): Promise<void> {
  const places = Map.groupBy(await selectUsed(tx, workspaceId, [from]), ({ place }) => place);
  for (const [place, files] of places) {
    await insertUses(
      tx,
      workspaceId,
      { subject: to, place },
      files.map(({ id }) => id),
      at,
    );
  }
}

/** The files of these subjects on the wire, by subject and place: `of('clm_…', 2)`. */
export async function attachedFiles(
  tx: Tx,
  workspaceId: string,
  subjects: readonly string[],
): Promise<(subject: string, place?: number) => FileAnswer[]> {
  const used = subjects.length === 0 ? [] : await selectUsed(tx, workspaceId, subjects);
  const places = Map.groupBy(used, ({ subject, place }) => `${subject} ${place}`);
  return (subject, place = 0) => (places.get(`${subject} ${place}`) ?? []).map(fileToContract);
}

/** Erases the files of these subjects, but for what something else refers to as well. */
export async function forgetFiles(tx: Tx, workspaceId: string, subjects: readonly string[]): Promise<void> {
  if (subjects.length > 0) await deleteUsed(tx, workspaceId, subjects);
}

/** The prefix and the uuid of a typed id. */
export function partsOfSubject(subject: string): { readonly prefix: string; readonly id: string } | null {
  const prefix = subject.slice(0, 3);
  // Only ids are kept as subjects, each by its own prefix.
  const id = decodeId(prefix as Prefix, subject);
  return id === null ? null : { prefix, id };
}
