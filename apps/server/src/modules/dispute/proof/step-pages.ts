import type { DisputeDetail } from '@cordee/contract/dispute';
import { daysOfStep, type StepDay } from '@cordee/core/escalation';
import { placeOf } from '../ladder/frozen-ladder.ts';
import { entryWords } from './file-words.ts';
import { type CoverData, heading, labelled, plain, type Sheet, smallHeading } from './sheet.ts';

/** Each step that was reached: who, from when to when and by which days, who was told, and both briefs. */
export function writeSteps(sheet: Sheet, { record, detail, today }: CoverData): void {
  heading(sheet, sheet.words.steps);
  const place = placeOf(record.ladder);
  for (const rung of detail.ladder) {
    if (rung.standing === 'ahead') continue;
    const days = daysOfStep(record.run, rung.number, record.ladder.steps, place, today);
    writeStep(sheet, rung, days);
    writeNotices(sheet, detail, rung.number);
    writeBriefs(sheet, detail, rung.number);
  }
}

function writeStep(sheet: Sheet, rung: DisputeDetail['ladder'][number], days: readonly StepDay[]): void {
  const { words, language, day } = sheet;
  const { number, level, people, firstOn, lastOn, endedBy, dayKind, extraDays } = rung;
  smallHeading(sheet, words.step(number, level));
  if (people.length > 0) {
    const named = people.map(({ side, name, title }) => `${name}${title === '' ? '' : `, ${title}`} (${words.side[side]})`);
    labelled(sheet, words.people, named.join('; '));
  }
  const length = dayKind === 'business' ? words.business(rung.days) : words.calendar(rung.days);
  plain(sheet, `${length}${extraDays === 0 ? '' : words.extra(extraDays)}.`);
  if (firstOn !== null) plain(sheet, lastOn === null ? words.running(day(firstOn)) : words.period(day(firstOn), day(lastOn)));
  const counted = days.filter(({ is }) => is === 'counted');
  const named = counted.length > 15 ? '' : counted.map(({ on }) => day(on)).join(', ');
  plain(sheet, words.counted(counted.length, named));
  const weekends = days.filter(({ is }) => is === 'weekend').length;
  if (weekends > 0) plain(sheet, words.weekends(weekends));
  const holidays = days.flatMap(({ on, holiday }) => (holiday === null ? [] : [`${day(on)} (${holiday[language]})`]));
  if (holidays.length > 0) plain(sheet, words.holidays(holidays.join(', ')));
  const paused = days.filter(({ is }) => is === 'paused').length;
  if (paused > 0) plain(sheet, words.paused(paused));
  if (endedBy !== null) plain(sheet, words.endedBy(words.side[endedBy]));
}

/** Mails that went out, and who is on record as having read or acted. */
function writeNotices(sheet: Sheet, { entries }: DisputeDetail, step: number): void {
  const { words, language } = sheet;
  const told = entries.filter((entry) => entry.step === step && (entry.kind === 'notified' || entry.kind === 'read'));
  const lines = told.map(({ kind, side, at, data }) => {
    const who =
      kind === 'notified'
        ? `${data['recipient'] ?? ''} (${words.side[data['to'] === 'partner' ? 'partner' : 'company']})`
        : words.side[side];
    return `${entryWords[kind][language]}: ${who}, ${data['sentAt'] ?? at}`;
  });
  labelled(sheet, words.told, lines.length === 0 ? words.noNotice : lines.join('; '));
}

function writeBriefs(sheet: Sheet, { briefs }: DisputeDetail, step: number): void {
  const { words } = sheet;
  const handedIn = briefs.filter((brief) => brief.step === step);
  if (handedIn.length === 0) plain(sheet, words.noBrief);
  for (const { side, submittedAt, sha256, texts } of handedIn) {
    labelled(sheet, words.brief(words.side[side], submittedAt), `SHA-256 ${sha256}`);
    if (texts === null) {
      plain(sheet, words.sealed);
      continue;
    }
    for (const part of ['facts', 'position', 'asks', 'proposal', 'accepts'] as const) {
      if (texts[part].trim() !== '') labelled(sheet, words.parts[part], texts[part]);
    }
  }
}
