import type { SendInvoice } from '@cordee/contract/invoice';
import type { LocalDate } from '@cordee/core/time';
import { isCreditNote, statedFaults } from '@cordee/core/invoice';
import { Refusal } from '../../../platform/refusal.ts';
import type { ReadInvoice } from '../reading/read-cii.ts';
import { readInvoiceFile } from '../reading/read-invoice-file.ts';
import { figuresMissing, saidOtherwise, unsound } from '../refusals.ts';
import { invoiceRulesOf } from '../rules/rules-of.ts';

export type SentMedia = 'application/pdf' | 'application/xml';

/** What an invoice that came in states. */
export interface SentFigures {
  readonly number: string;
  readonly issuedOn: LocalDate;
  readonly currency: string;
  readonly net: bigint;
  readonly vat: bigint;
}

/** What a body is by its content type; the routes let nothing else in. */
export function mediaOf(contentType: string | undefined): SentMedia {
  return contentType?.toLowerCase().startsWith('application/pdf') === true ? 'application/pdf' : 'application/xml';
}

/** What a partner's file states: by its XML where it has one, which must not differ from what was said beside it; else by what was said. */
export async function readSent({ bytes }: { readonly bytes: Buffer }, said: SendInvoice): Promise<SentFigures> {
  const read = await readInvoiceFile(bytes);
  if (read === 'refused') throw new Refusal('invoice_unreadable');
  return read === 'none' ? mustSay(said) : mustAgree(mustBeSound(read), said);
}

/** The figures of an invoice; refused when it does not add up by itself. */
function mustBeSound(read: ReadInvoice): SentFigures {
  const { invoice } = read;
  // Whose country asks for which notes is the partner's matter: here only what its figures say.
  const faults = [...read.faults, ...statedFaults(invoice, invoiceRulesOf('', invoice.currency))];
  if (faults.length > 0 || isCreditNote(invoice)) throw unsound(faults);
  const { number, issuedOn, currency, totals } = invoice;
  return { number, issuedOn, currency, net: totals.net, vat: totals.gross - totals.net };
}

/** What was said beside the file must be what the file says. */
function mustAgree(read: SentFigures, { number, issuedOn, currency, net, vat }: SendInvoice): SentFigures {
  const pairs = {
    number: [number, read.number],
    issuedOn: [issuedOn, read.issuedOn],
    currency: [currency, read.currency],
    net: [net, Number(read.net)],
    vat: [vat, Number(read.vat)],
  };
  const others = Object.entries(pairs).filter(([, [own, told]]) => own !== undefined && own !== told);
  if (others.length > 0) throw saidOtherwise(others.map(([path]) => path));
  return read;
}

function mustSay({ number, issuedOn, currency, net, vat }: SendInvoice): SentFigures {
  if (number === undefined || issuedOn === undefined || currency === undefined || net === undefined || vat === undefined) {
    const given = { number, issuedOn, currency, net, vat };
    throw figuresMissing(Object.entries(given).flatMap(([path, value]) => (value === undefined ? [path] : [])));
  }
  return { number, issuedOn, currency, net: BigInt(net), vat: BigInt(vat) };
}
