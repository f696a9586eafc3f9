import type { ListClicks, ListedClick } from '@cordee/contract/tracking';
import { encodeId } from '@cordee/core/ids';
import { formatInstant } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import { decodeCursor, pageOfRows } from '../../../platform/cursor.ts';
import { narrowedPartner } from '../../../platform/own-partner.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { instantOfUuid } from '../../../platform/uuid.ts';
import { read } from '../../../platform/verb.ts';
import { selectClicks, type StoredClick } from '../click-list.store.ts';
import { visiblePartner } from '../tracking.policy.ts';

const DAY_MS = 86_400_000;
const USUAL_DAYS = 31;
/** Clicks are many: a longer period would be read for minutes. */
const MOST_DAYS = 92;

/** A page of clicks, newest first; a partner finds its own. The last 31 days unless said; refuses periods beyond 92 days. */
export async function listClicks(
  context: Context,
  query: ListClicks,
): Promise<{ items: ListedClick[]; nextCursor: string | null }> {
  visiblePartner(context.actor);
  const partnerId = narrowedPartner(context.actor, query.partnerId);
  const to = query.to ?? (query.from === undefined ? context.now() + 1 : query.from + USUAL_DAYS * DAY_MS);
  const from = query.from ?? to - USUAL_DAYS * DAY_MS;
  if (to < from || to - from > MOST_DAYS * DAY_MS) throw new Refusal('invalid_request', [periodFault]);
  const rows = await read(context, (tx) =>
    selectClicks(tx, context.workspaceId, {
      partnerId,
      linkId: query.linkId ?? null,
      flag: query.flag ?? null,
      from,
      to,
      before: cursorOf(query.cursor),
      limit: query.limit + 1,
    }),
  );
  return pageOfRows(rows, query.limit, toContract, ({ id }) => [id]);
}

function cursorOf(cursor: string | undefined): { at: number; id: string } | null {
  const [id] = decodeCursor(cursor, 1) ?? [];
  if (id === undefined) return null;
  const at = instantOfUuid(id);
  if (at === null) throw new Refusal('invalid_request', [cursorFault]);
  return { at, id };
}

function toContract(click: StoredClick): ListedClick {
  return {
    id: encodeId('clk', click.id),
    at: formatInstant(click.at),
    partnerId: encodeId('prt', click.partner_id),
    enrollmentId: encodeId('enr', click.enrollment_id),
    programId: encodeId('prg', click.program_id),
    linkId: encodeId('lnk', click.link_id),
    code: click.code,
    subId: click.sub_id,
    flag: click.flag,
    path: click.path,
    parameter: click.parameter,
    agent: click.agent,
    referrerHost: click.referrer_host,
  };
}

const cursorFault = {
  path: 'cursor',
  rule: 'cursor',
  message: { en: 'Not a cursor of this list.', fr: "N'est pas un curseur de cette liste." },
};

const periodFault = {
  path: 'to',
  rule: 'period',
  message: {
    en: `A period of at most ${MOST_DAYS} days, which ends after it begins, is expected.`,
    fr: `Une période de ${MOST_DAYS} jours au plus, qui finit après son début, est attendue.`,
  },
};
