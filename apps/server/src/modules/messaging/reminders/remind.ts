import { formatMoney } from '@cordee/core/money';
import { addDays, formatDate, localDateOf, periodOf, startOfDay, type Instant } from '@cordee/core/time';
import { transaction, withWorkspace, type Tx } from '../../../platform/db/index.ts';
import { sumsPayable, sumsRecorded } from '../../counting/index.ts';
import type { MessagingParts } from '../parts.ts';
import { writeMail } from '../sending/write-mail.ts';
import { partnersToTell, senderOf, type Sender } from '../who.ts';

const HOUR_MS = 3_600_000;
/** In the zone of the workspace: mails come in the morning. */
const MORNING_HOUR = 8;
const DAYS_AHEAD = 3;

/** Writes what is due this hour in a workspace. To be run every hour: running it again, or late in the same day, tells nobody twice. */
export function remind(parts: MessagingParts, workspaceId: string): Promise<void> {
  return transaction(parts.db, async (tx) => {
    await withWorkspace(tx, workspaceId);
    const now = parts.now();
    const sender = await senderOf(tx, parts, workspaceId);
    const today = startOfDay(localDateOf(now, sender.zone), sender.zone);
    if (now < today + MORNING_HOUR * HOUR_MS) return;
    await tellPayable(tx, parts, sender, today);
    const week = periodOf(now, 'week', sender.zone);
    if (week.from === today) await tellWeek(tx, parts, sender, addDays(today, -7, sender.zone), today);
  });
}

/** Commissions whose hold ends three days from now. */
async function tellPayable(tx: Tx, parts: MessagingParts, sender: Sender, today: Instant): Promise<void> {
  const from = addDays(today, DAYS_AHEAD, sender.zone);
  const sums = Map.groupBy(await sumsPayable(tx, sender.id, from, addDays(from, 1, sender.zone)), ({ partnerId }) => partnerId);
  const date = localDateOf(from, sender.zone);
  for (const { id, name, recipients } of await partnersToTell(tx, sender.id, [...sums.keys()])) {
    await writeMail(tx, parts, sender, {
      kind: 'commissions_payable',
      to: recipients,
      occasion: `${date} ${id}`,
      data: (language) => ({
        partner: name,
        date: formatDate(date, language),
        amounts: (sums.get(id) ?? []).map((sum) => formatMoney(sum, language)),
        portal: `${parts.baseUrl}/portal`,
      }),
    });
  }
}

/** What each partner earned in the week that ended; who earned nothing is not written to. */
async function tellWeek(tx: Tx, parts: MessagingParts, sender: Sender, from: Instant, to: Instant): Promise<void> {
  const weeks = Map.groupBy(await sumsRecorded(tx, sender.id, from, to), ({ partnerId }) => partnerId);
  const [first, last] = [localDateOf(from, sender.zone), localDateOf(to - 1, sender.zone)];
  for (const { id, name, recipients } of await partnersToTell(tx, sender.id, [...weeks.keys()])) {
    const week = weeks.get(id) ?? [];
    const earned = week.filter(({ amount }) => amount > 0n);
    if (earned.length === 0) continue;
    await writeMail(tx, parts, sender, {
      kind: 'weekly_digest',
      to: recipients,
      occasion: `${first} ${id}`,
      data: (language) => ({
        partner: name,
        from: formatDate(first, language),
        to: formatDate(last, language),
        commissions: week.reduce((sum, { commissions }) => sum + commissions, 0),
        earned: earned.map((sum) => formatMoney(sum, language)),
        takenBack: week
          .filter(({ takenBack }) => takenBack > 0n)
          .map(({ takenBack, currency }) => formatMoney({ amount: takenBack, currency }, language)),
        portal: `${parts.baseUrl}/portal`,
      }),
    });
  }
}
