import type { DutyChangesAnswer, ObligationAnswer, ObligationDetail } from '@cordee/contract/obligation';
import type { FileAnswer } from '@cordee/contract/file';
import type { Language } from '@cordee/contract/language';
import { encodeId } from '@cordee/core/ids';
import { type Duty, type DutyState, stateOf } from '@cordee/core/obligation';
import { daysBetween, formatInstant, type LocalDate } from '@cordee/core/time';
import type { Wire } from '../../platform/http/index.ts';
import type { EntryRecord, ObligationRecord } from './obligation.store.ts';
import type { SetDuties } from './set-duties-in.ts';
import { stepsAllowed } from './steps-allowed.ts';

/** How a record stands on a day. */
export function standingOf({ dueOn, remindDays, proof, lastKind, lastOn }: ObligationRecord, today: LocalDate): DutyState {
  const events = lastKind === null || lastOn === null ? [] : [{ kind: lastKind, on: lastOn }];
  return stateOf({ dueOn, remindDays, proof }, events, today);
}

export function obligationToContract(record: ObligationRecord, today: LocalDate, language: Language): Wire<ObligationAnswer> {
  const { lastKind, lastOn } = record;
  return {
    id: encodeId('obl', record.id),
    partnerId: encodeId('prt', record.partnerId),
    partnerName: record.partnerName,
    source: record.source.startsWith('own-') ? 'own' : record.source,
    kind: record.kind,
    owner: record.owner,
    title: language === 'fr' ? record.titleFr : record.titleEn,
    dueOn: record.dueOn,
    daysLeft: daysBetween(today, record.dueOn),
    state: standingOf(record, today),
    proof: record.proof,
    lastStep: lastKind === null || lastOn === null ? null : { kind: lastKind, on: lastOn },
  };
}

/** What setting terms changes, in the words of a language. */
export function changesToContract({ version, added, gone, moved }: SetDuties, language: Language): DutyChangesAnswer {
  const plain = ({ key, owner, title, dueOn }: Duty) => ({ key, owner, title: title[language], dueOn });
  return {
    version,
    added: added.map(plain),
    gone: gone.map(plain),
    moved: moved.map(({ before, after }) => ({ ...plain(after), before: before.dueOn })),
  };
}

interface Reader {
  readonly today: LocalDate;
  readonly language: Language;
  readonly side: 'company' | 'partner';
  readonly filesOf: (entry: number) => FileAnswer[];
}

export function detailToContract(
  record: ObligationRecord,
  entries: readonly EntryRecord[],
  { today, language, side, filesOf }: Reader,
): Wire<ObligationDetail> {
  return {
    ...obligationToContract(record, today, language),
    remindDays: record.remindDays,
    steps: stepsAllowed({ ...record, state: standingOf(record, today) }, side),
    entries: entries.map(({ at, kind, ...entry }) => ({
      ...entry,
      files: filesOf(entry.number),
      kind: kind as ObligationDetail['entries'][number]['kind'],
      at: formatInstant(at),
    })),
  };
}
