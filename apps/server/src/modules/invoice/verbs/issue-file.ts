import { encodeId } from '@cordee/core/ids';
import { writeCii } from '@cordee/core/invoice';
import { hash } from 'node:crypto';
import type { Context } from '../../../platform/context.ts';
import { ownPartner } from '../../../platform/own-partner.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { read, write } from '../../../platform/verb.ts';
import { sealDocument } from '../../statement/index.ts';
import { type FileForm, findFile, keepFile, type KeptFile } from '../files/invoice-file.store.ts';
import type { InvoiceParts } from '../invoice-parts.ts';
import { mustReadInvoices } from '../invoice.policy.ts';
import { drawInvoice } from '../paper/draw-invoice.ts';
import { findInvoice, type InvoiceRecord } from '../invoice.store.ts';

/**
 * A document as a file: the sealed Factur-X or its XML, made when somebody first asks and kept, so that everybody is given the same bytes from
 * then on; or the file a partner sent, as it came. Refuses `not_found`, and `seal_away`.
 */
export async function issueFile(context: Context, parts: InvoiceParts, id: string, form: FileForm): Promise<KeptFile> {
  mustReadInvoices(context.actor);
  const { workspaceId } = context;
  const { record, known } = await read(context, async (tx) => ({
    record: await findInvoice(tx, workspaceId, id, ownPartner(context.actor)),
    known: await findFile(tx, workspaceId, id, form),
  }));
  if (record === null || (known === null && (form === 'sent' || record.document === null))) throw new Refusal('not_found');
  return known ?? keep(context, record, await makeFile(context, parts, record, form));
}

async function makeFile(context: Context, parts: InvoiceParts, record: InvoiceRecord, form: FileForm): Promise<KeptFile> {
  const { document, number, language, createdAt } = record;
  if (document === null) throw new Refusal('not_found');
  if (form === 'xml') return fileOf(form, 'application/xml', `${number}.xml`, Buffer.from(writeCii(document)));
  const drawn = await drawInvoice(document, language, createdAt);
  // Sealed last: whatever touches it afterwards shows.
  const sealed = await sealDocument(context, parts, drawn, number);
  return fileOf(form, 'application/pdf', `${number}.pdf`, sealed);
}

function fileOf(form: FileForm, mediaType: string, fileName: string, bytes: Buffer): KeptFile {
  return { form, mediaType, fileName, bytes, sha256: hash('sha256', bytes, 'hex') };
}

function keep(context: Context, record: InvoiceRecord, made: KeptFile): Promise<KeptFile> {
  const { workspaceId } = context;
  return write(context, async (tx) => {
    const isFirst = await keepFile(tx, workspaceId, record.id, made, context.now());
    const result = isFirst ? made : ((await findFile(tx, workspaceId, record.id, made.form)) ?? made);
    const after = { number: record.number, form: made.form, sha256: result.sha256 };
    return { result, audit: isFirst ? { action: 'invoice.filed', subject: encodeId('inv', record.id), after } : null };
  });
}
