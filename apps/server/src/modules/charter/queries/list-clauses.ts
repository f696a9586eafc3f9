import type { CharterLibrary } from '@cordee/contract/charter';
import type { CharterRequirement } from '@cordee/contract/charter-settings';
import { clauseLibrary, type ClauseKind, takeClause } from '@cordee/core/charter';
import type { Context } from '../../../platform/context.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { read } from '../../../platform/verb.ts';
import { loadRequirement, selectOwnClauses } from '../library.store.ts';
import { requirementToContract } from '../verbs/keep-clause.ts';

const notice = {
  en: 'A starting point in plain words, to be reviewed by counsel. This is not legal advice.',
  fr: 'Un point de départ en termes simples, à faire relire par un conseil. Ceci n’est pas un conseil juridique.',
};

/** The clauses of the product and the company's own, in the order in which charters are written. */
export function listClauses(context: Context, kind: ClauseKind | undefined): Promise<Wire<CharterLibrary>> {
  return read(context, async (tx) => {
    const own = await selectOwnClauses(tx, context.workspaceId);
    const offered = clauseLibrary.map((clause) => ({ clause: takeClause(clause), fits: clause.fits, own: false, version: 1 }));
    const kept = own.map(({ clause, fits, version }) => ({ clause, fits, own: true, version }));
    const items = [...offered, ...kept].filter(({ clause }) => kind === undefined || clause.kind === kind);
    return { items: items as unknown as Wire<CharterLibrary>['items'], notice: notice[context.language] };
  });
}

/** Of whom a charter in force is asked before anything is paid. */
export function getRequirement(context: Context): Promise<Wire<CharterRequirement>> {
  return read(context, async (tx) => requirementToContract(await loadRequirement(tx, context.workspaceId)));
}
