/** Its days are read by the screen: what they need of the calendar is not of the first load. */
interface StatementSearch {
  from?: string;
  to?: string;
}

export const statementSearch = ({ from, to }: Record<string, unknown>): StatementSearch =>
  typeof from === 'string' && typeof to === 'string' ? { from, to } : {};
