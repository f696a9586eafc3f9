import { conversionReader, type ReadRow, saleRows } from './conversion-rows.ts';
import { RowReject } from './read-values.ts';
import { column, required, type FileContext } from './row-view.ts';

/** Statuses under which the other system paid nothing in the end. */
const NOT_COUNTED: ReadonlySet<string> = new Set([
  'refunded',
  'duplicate',
  'fraud',
  'canceled',
  'cancelled',
  'disapproved',
  'rejected',
]);

/**
 * Dub's export of commissions, one row each. A sale goes by its invoice's id where it has one, so that refunds can name it; a
 * customer by the company's own id, else by Dub's. Partners are found by tenant id or e-mail; what they earn is computed anew.
 */
export function dubRows(context: FileContext): ReadRow {
  const typeAt = required(context, 'type');
  const statusAt = column(context, 'status');
  const invoiceAt = column(context, 'invoiceId');
  const customerAt = column(context, 'customerId');
  const unnamed = withColumn(context, 'customerId', 'customerKey');
  const sales = [saleRows(context), saleRows(unnamed)] as const;
  const invoiced = [context, unnamed].map((file) => saleRows(withColumn(file, 'eventId', 'invoiceId')));
  const leads = [context, unnamed].map((file) => conversionReader(file, 'lead'));
  return (fields) => {
    mustCount(statusAt(fields));
    const type = typeAt(fields).toLowerCase();
    const way = customerAt(fields) === '' ? 1 : 0;
    const read = invoiceAt(fields) === '' ? sales[way] : invoiced[way];
    if (type === 'sale' && read !== undefined) return read(fields);
    const lead = leads[way];
    if (type === 'lead' && lead !== undefined) return lead(fields, 'dub', '');
    throw new RowReject('choice', 'type', type);
  };
}

/** Tapfiliate's file of conversions. A conversion without a customer is of a customer of its own. */
export function tapfiliateRows(context: FileContext): ReadRow {
  const statusAt = column(context, 'status');
  const customerAt = column(context, 'customerId');
  const sale = saleRows(context);
  const guest = saleRows(withColumn(context, 'customerId', 'eventId'));
  return (fields) => {
    mustCount(statusAt(fields));
    return customerAt(fields) === '' ? guest(fields) : sale(fields);
  };
}

function mustCount(status: string): void {
  if (NOT_COUNTED.has(status.toLowerCase())) throw new RowReject('not_counted', 'status', status);
}

/** The same file with one of our fields read from the column of another. */
function withColumn(context: FileContext, field: string, other: string): FileContext {
  const { places } = context.settings;
  const place = places[other];
  if (place === undefined) return context;
  return { ...context, settings: { ...context.settings, places: { ...places, [field]: place } } };
}
