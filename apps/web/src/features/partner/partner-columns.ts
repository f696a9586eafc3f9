const COLUMNS = [
  'kind',
  'stage',
  'tags',
  'country',
  'programs',
  'earned',
  'lastActivity',
  'email',
  'reference',
  'since',
] as const;
export type ColumnId = (typeof COLUMNS)[number];

/** Beside the name, which is always there. */
export const columnIds: readonly ColumnId[] = COLUMNS;
const FIRST: readonly ColumnId[] = ['kind', 'stage', 'tags', 'country', 'earned', 'lastActivity'];
const KEY = 'cordee.partner-columns';

/** Known columns of a text with commas between, in the order they stand in. */
export function columnsOf(text: string): ColumnId[] {
  const wanted = new Set(text.split(','));
  return COLUMNS.filter((id) => wanted.has(id));
}

/** Those the address says, else those chosen last in this browser. */
export function shownColumns(address: string | undefined): readonly ColumnId[] {
  if (address !== undefined) return columnsOf(address);
  const kept = read();
  return kept === null ? FIRST : columnsOf(kept);
}

export function keepColumns(columns: readonly ColumnId[]): void {
  try {
    localStorage.setItem(KEY, columns.join(','));
  } catch {
    // Storage may be closed to us (private window): the address keeps them as long as the page.
  }
}

function read(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
