import { isLocalDate, shiftDate, type LocalDate } from '@cordee/core/time';

/** Days, both ends included. */
export interface Days {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

export type PresetName = 'thisMonth' | 'lastMonth' | 'thisQuarter' | 'thisYear' | 'lastYear' | 'last30' | 'last90';

/** The periods people ask for, seen from a day. */
export function periodPresets(today: LocalDate): Readonly<Record<PresetName, Days>> {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  return {
    thisMonth: months(year, month, 1),
    lastMonth: months(month === 1 ? year - 1 : year, month === 1 ? 12 : month - 1, 1),
    thisQuarter: months(year, 3 * Math.floor((month - 1) / 3) + 1, 3),
    thisYear: months(year, 1, 12),
    lastYear: months(year - 1, 1, 12),
    last30: { from: shiftDate(today, -29), to: today },
    last90: { from: shiftDate(today, -89), to: today },
  };
}

/** Which of them a period is; null for any other. */
export function presetOf(presets: Readonly<Record<PresetName, Days>>, { from, to }: Days): PresetName | null {
  const names = Object.keys(presets) as PresetName[];
  return names.find((name) => presets[name].from === from && presets[name].to === to) ?? null;
}

/** The period an address holds; what is no period is left out. */
export function daysOf({ from, to }: Record<string, unknown>): Days | null {
  if (typeof from !== 'string' || typeof to !== 'string' || !isLocalDate(from) || !isLocalDate(to) || from > to) return null;
  return { from, to };
}

function months(year: number, month: number, count: number): Days {
  const after = month + count > 12 ? first(year + 1, month + count - 12) : first(year, month + count);
  return { from: first(year, month), to: shiftDate(after, -1) };
}

function first(year: number, month: number): LocalDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`;
}
