import type { LocalDate } from '../time/index.ts';
import type { Duty } from './compile.ts';

export interface DutyChanges {
  readonly added: readonly Duty[];
  readonly gone: readonly Duty[];
  /** Owed on another day, or by another side. */
  readonly moved: readonly { readonly before: Duty; readonly after: Duty }[];
}

/** What an amendment changes in duties, from a day on: what was due before it stays as it was. */
export function compareDuties(before: readonly Duty[], after: readonly Duty[], from: LocalDate): DutyChanges {
  const old = new Map(before.map((duty) => [duty.key, duty]));
  const added: Duty[] = [];
  const moved: { before: Duty; after: Duty }[] = [];
  for (const duty of after) {
    const same = old.get(duty.key);
    old.delete(duty.key);
    if (same === undefined) {
      if (duty.dueOn >= from) added.push(duty);
    } else if (same.dueOn >= from && (same.dueOn !== duty.dueOn || same.owner !== duty.owner)) {
      moved.push({ before: same, after: duty });
    }
  }
  return { added, gone: [...old.values()].filter(({ dueOn }) => dueOn >= from), moved };
}
