/** Whether an Accept header asks for CSV and not also for JSON. */
export function prefersCsv(accept: string | undefined): boolean {
  const types = (accept ?? '').split(',').map((range) => range.split(';')[0]?.trim().toLowerCase());
  return types.includes('text/csv') && !types.includes('application/json');
}
