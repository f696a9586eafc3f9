import type { CharterRequirement, RequireCharter } from '@cordee/contract/charter-settings';
import type { CharterKind, Clause } from '@cordee/core/charter';
import { libraryClause } from '@cordee/core/charter';
import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { write } from '../../../platform/verb.ts';
import { findProgram } from '../../program/index.ts';
import { mustManageCharters } from '../charter.policy.ts';
import { insertOwnClause, loadRequirement, type Requirement, saveRequirement } from '../library.store.ts';
import { conflict, fault } from '../refusals.ts';

/** Keeps a clause of the company's own as its next version. Refuses `conflict` for the key of a clause the product brings. */
export function keepClause(
  context: Context,
  key: string,
  { clause, fits }: { readonly clause: Clause; readonly fits: readonly CharterKind[] },
): Promise<Wire<{ key: string; version: number }>> {
  mustManageCharters(context.actor);
  return write(context, async (tx) => {
    const { workspaceId } = context;
    if (libraryClause(key) !== null) throw conflict(takenKey);
    const kept = { ...clause, key, from: null };
    const version = await insertOwnClause(tx, workspaceId, { key, clause: kept, fits, at: context.now() });
    if (version === null) throw conflict(writtenTogether);
    const subject = encodeId('wsp', workspaceId);
    return { result: { key, version }, audit: { action: 'charter_clause.kept', subject, after: { key, version } } };
  });
}

/** Says of whom a charter in force is asked before anything is paid. Refuses `unknown_reference` for a program that is none. */
export function requireCharter(context: Context, { required, programIds }: RequireCharter): Promise<Wire<CharterRequirement>> {
  mustManageCharters(context.actor);
  return write(context, async (tx) => {
    const { workspaceId } = context;
    for (const [index, id] of programIds.entries()) {
      if ((await findProgram(tx, workspaceId, id)) === null) {
        const path = `programIds.${index}`;
        throw new Refusal('unknown_reference', [fault(path, 'known', 'There is no such program.', 'Ce programme n’existe pas.')]);
      }
    }
    const before = requirementToContract(await loadRequirement(tx, workspaceId));
    await saveRequirement(tx, workspaceId, { required, programIds });
    const result = requirementToContract({ required, programIds });
    const subject = encodeId('wsp', workspaceId);
    return { result, audit: { action: 'charter_requirement.changed', subject, before, after: result } };
  });
}

/** The requirement on the wire. */
export function requirementToContract({ required, programIds }: Requirement): Wire<CharterRequirement> {
  return { required, programIds: programIds.map((id) => encodeId('prg', id)) };
}

const takenKey = fault(
  'key',
  'unique',
  'A clause of the library has this key: choose another.',
  'Une clause de la bibliothèque porte cette clé : choisissez-en une autre.',
);
const writtenTogether = fault(
  'key',
  'as_read',
  'Somebody else has just kept it: read it again.',
  'Quelqu’un vient de la garder : relisez-la.',
);
