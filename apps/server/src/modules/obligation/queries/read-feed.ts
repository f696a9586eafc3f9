import type { FeedAnswer } from '@cordee/contract/obligation';
import { encodeId } from '@cordee/core/ids';
import { formatInstant, localDateOf, shiftDate } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import { sha256 } from '../../../platform/crypto/index.ts';
import { transaction, withWorkspace } from '../../../platform/db/index.ts';
import { ownPartner } from '../../../platform/own-partner.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { read } from '../../../platform/verb.ts';
import { zoneOf } from '../../fact/index.ts';
import { calendarText } from '../calendar.ts';
import { findFeed, selectFeeds } from '../feed.store.ts';
import { standingOf } from '../obligation-answer.ts';
import { selectObligations } from '../obligation.store.ts';

/** The addresses of one's own side that hold; never the secrets. */
export async function listFeeds(context: Context): Promise<{ items: FeedAnswer[] }> {
  const own = ownPartner(context.actor);
  const rows = await read(context, (tx) => selectFeeds(tx, context.workspaceId, own));
  const items = rows.map(({ id, partnerId, createdAt }) => ({
    id: encodeId('obf', id),
    partnerId: partnerId === null ? null : encodeId('prt', partnerId),
    createdAt: formatInstant(createdAt),
    url: null,
  }));
  return { items };
}

const mostEntries = 2000;
const daysBack = 60;

const words = {
  en: { name: 'Obligations', company: 'the company', partner: 'the partner', both: 'both', owed: 'Owed by' },
  fr: { name: 'Obligations', company: 'l’entreprise', partner: 'le partenaire', both: 'les deux', owed: 'Due par' },
} as const;

/** What is due as a calendar, from sixty days ago on. Refuses `not_found` for an address that was withdrawn or never was. */
export function readFeed({ db, now }: Pick<Context, 'db' | 'now'>, token: string): Promise<string> {
  return transaction(db, async (tx) => {
    await withWorkspace(tx, '*');
    const feed = await findFeed(tx, sha256(token.replace(/\.ics$/, '')));
    if (feed === null) throw new Refusal('not_found');
    const { workspaceId, partnerId, language } = feed;
    await withWorkspace(tx, workspaceId);
    const today = localDateOf(now(), await zoneOf(tx, workspaceId));
    // Every id comes after the empty one.
    const after = { dueOn: shiftDate(today, -daysBack), id: '00000000-0000-0000-0000-000000000000' };
    const wanted = { partnerId, state: 'all', owner: null, until: null, after, today, limit: mostEntries } as const;
    const rows = await selectObligations(tx, workspaceId, wanted);
    const say = words[language];
    const entries = rows.map((row) => {
      const title = language === 'fr' ? row.titleFr : row.titleEn;
      const state = standingOf(row, today);
      return {
        uid: `${encodeId('obl', row.id)}@cordee`,
        on: row.dueOn,
        title: partnerId === null ? `${title} · ${row.partnerName}` : title,
        description: `${say.owed} ${say[row.owner]}.`,
        isDone: state === 'kept' || state === 'kept_late' || state === 'waived',
      };
    });
    return calendarText(say.name, entries, now());
  });
}
