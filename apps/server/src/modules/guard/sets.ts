import { frenchGuards, type GuardSet } from '@cordee/core/guard';
import type { Bilingual } from '@cordee/contract/language';
import type { Context } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { read } from '../../platform/verb.ts';
import { findSet } from './guard-set.store.ts';

export const frenchName: Bilingual = { en: 'French law', fr: 'Droit français' };

export const notAdvice: Bilingual = {
  en: 'Information drawn from dated texts, with their sources. This is not legal advice: have a lawyer read what you sign.',
  fr: 'Informations tirées de textes datés, avec leurs sources. Ceci n’est pas un conseil juridique : faites relire ce que vous signez.',
};

/** The asked set; the French one without an id. Refuses `not_found`. */
export async function setOf(
  context: Context,
  id: string | undefined,
): Promise<{ id: string | null; name: string; document: GuardSet }> {
  if (id === undefined) return { id: null, name: frenchName[context.language], document: frenchGuards };
  const found = await read(context, (tx) => findSet(tx, context.workspaceId, id));
  if (found === null || found.retiredAt !== null) throw new Refusal('not_found');
  return found;
}
