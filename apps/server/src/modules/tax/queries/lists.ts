import type { KeptTaxDecision } from '@cordee/contract/tax-decision';
import type { TaxDetailsAnswer, VatCheckAnswer } from '@cordee/contract/tax-details';
import { encodeId } from '@cordee/core/ids';
import { formatInstant } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import { decodeCursor, pageOfRows } from '../../../platform/cursor.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { read } from '../../../platform/verb.ts';
import { partnerNames } from '../../partner/index.ts';
import { checkAnswer, detailsAnswer } from '../answers.ts';
import { type KeptDecision, selectDecisions } from '../decision.store.ts';
import { type DetailsState, selectDetails } from '../details.store.ts';
import type { TaxParts } from '../parts.ts';
import { mustSeePartnerTax, mustSeeTax } from '../tax.policy.ts';
import { selectChecks } from '../vat.store.ts';

interface Paging {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

/** A page of what was entered for a partner, newest first. Refuses `not_found`. */
export function listPartnerDetails(
  context: Context,
  { sealer }: Pick<TaxParts, 'sealer'>,
  partnerId: string,
  query: Paging,
): Promise<Page<TaxDetailsAnswer>> {
  const { workspaceId, actor } = context;
  mustSeePartnerTax(actor, partnerId);
  return read(context, async (tx) => {
    await mustExist(tx, workspaceId, partnerId);
    const rows = await selectDetails(tx, workspaceId, { partnerId, state: null, ...placeOf(query) });
    return pageOfRows(rows, query.limit, (details) => detailsAnswer(details, actor, sealer), byId);
  });
}

/** A page of what was entered for all partners, newest first: what waits, for whoever answers. */
export function listAllDetails(
  context: Context,
  { sealer }: Pick<TaxParts, 'sealer'>,
  query: Paging & { readonly state?: DetailsState | undefined },
): Promise<Page<TaxDetailsAnswer>> {
  const { workspaceId, actor } = context;
  mustSeeTax(actor);
  return read(context, async (tx) => {
    const rows = await selectDetails(tx, workspaceId, { partnerId: null, state: query.state ?? null, ...placeOf(query) });
    return pageOfRows(rows, query.limit, (details) => detailsAnswer(details, actor, sealer), byId);
  });
}

/** A page of the checks of a partner's numbers, newest first. Refuses `not_found`. */
export function listVatChecks(context: Context, partnerId: string, query: Paging): Promise<Page<VatCheckAnswer>> {
  const { workspaceId } = context;
  mustSeeTax(context.actor);
  return read(context, async (tx) => {
    await mustExist(tx, workspaceId, partnerId);
    const { before, limit } = placeOf(query);
    return pageOfRows(await selectChecks(tx, workspaceId, partnerId, before, limit), query.limit, checkAnswer, byId);
  });
}

/** A page of the decisions kept about a partner, newest first. Refuses `not_found`. */
export function listTaxDecisions(context: Context, partnerId: string, query: Paging): Promise<Page<KeptTaxDecision>> {
  const { workspaceId } = context;
  mustSeeTax(context.actor);
  return read(context, async (tx) => {
    await mustExist(tx, workspaceId, partnerId);
    const { before, limit } = placeOf(query);
    return pageOfRows(await selectDecisions(tx, workspaceId, partnerId, before, limit), query.limit, keptAnswer, byId);
  });
}

function keptAnswer(kept: KeptDecision & { version: number }): KeptTaxDecision {
  const { decision } = kept;
  return {
    id: encodeId('txc', kept.id),
    decidedAt: formatInstant(kept.decidedAt),
    on: kept.on,
    tableId: encodeId('txt', kept.tableId),
    detailsId: kept.detailsId === null ? null : encodeId('txd', kept.detailsId),
    inputs: kept.inputs,
    ...decision,
    mentions: decision.mentions.map((mention) => ({ ...mention })),
    missing: [...decision.missing],
    warnings: [...decision.warnings],
    tableVersion: kept.version,
  };
}

async function mustExist(tx: Tx, workspaceId: string, partnerId: string): Promise<void> {
  if (!(await partnerNames(tx, workspaceId, [partnerId])).has(partnerId)) throw new Refusal('not_found');
}

function placeOf({ limit, cursor }: Paging): { before: string | null; limit: number } {
  const [before = null] = decodeCursor(cursor, 1) ?? [];
  return { before, limit: limit + 1 };
}

function byId({ id }: { readonly id: string }): [string] {
  return [id];
}
