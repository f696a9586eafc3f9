import { decodeId } from '@cordee/core/ids';
import { formatMoney } from '@cordee/core/money';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { handOverInvoices, issueFile, issueInvoices, listInvoices } from '../../modules/invoice/index.ts';
import { readMasterKey } from '../../platform/crypto/index.ts';
import type { Wire } from '../../platform/http/index.ts';
import type { InvoiceAnswer } from '@cordee/contract/invoice-answers';
import type { Language } from '@cordee/contract/language';
import { sealParts } from '../../seal-parts.ts';
import { defineCommand, WORKSPACE } from '../command.ts';
import { everyPage } from '../every-page.ts';
import { table } from '../table.ts';

const AMOUNTS = [3, 4];

function rowsOf(found: readonly Wire<InvoiceAnswer>[], language: Language): string[][] {
  return found.map(({ number, partnerName, state, net, vat, currency, id }) => [
    number,
    partnerName.replace(/\p{Cc}/gu, '\uFFFD'),
    state,
    formatMoney({ amount: BigInt(net), currency }, language),
    formatMoney({ amount: BigInt(vat), currency }, language),
    id,
  ]);
}

const HEADER = { en: 'number partner state net VAT id', fr: 'numéro partenaire état HT TVA id' };

export const issueCommand = defineCommand({
  name: 'invoices issue',
  summary: {
    en: 'Issue all invoices and credit notes that closed months ask for and nothing keeps back.',
    fr: 'Émettre toutes les factures et tous les avoirs qu’appellent les mois clos et que rien ne retient.',
  },
  options: { workspace: WORKSPACE },
  positionals: [],
  async run({ options, config, installation, language, progress, say }) {
    const context = await (await installation()).context(options.workspace);
    const parts = sealParts(readMasterKey(config.secret, config.dataFolder), config.seal, config.outboundHosts);
    const made: Wire<InvoiceAnswer>[] = [];
    const line = progress({ en: 'Issuing', fr: 'Émission' });
    for (let left = 1; left > 0;) {
      const answer = await issueInvoices(context, parts, {});
      made.push(...answer.items);
      left = Number(answer.left);
      line.update(made.length, made.length + left);
    }
    line.end();
    return { json: made, text: table(say(HEADER).split(' '), rowsOf(made, language), AMOUNTS) };
  },
});

export const handOverCommand = defineCommand({
  name: 'invoices hand-over',
  summary: {
    en: 'Write the PDF and XML of documents that were not handed over to a platform yet, with a list, and mark them.',
    fr: 'Écrire le PDF et le XML des documents pas encore remis à une plateforme, avec une liste, et les marquer.',
  },
  options: {
    workspace: WORKSPACE,
    folder: { kind: 'text', value: 'folder', help: { en: 'write the files here', fr: 'écrire ici les fichiers' } },
  },
  positionals: [],
  async run({ options, config, installation, language, progress, say }) {
    const context = await (await installation()).context(options.workspace);
    const parts = sealParts(readMasterKey(config.secret, config.dataFolder), config.seal, config.outboundHosts);
    const folder = options.folder ?? '.';
    await mkdir(folder, { recursive: true });
    const waiting = await everyPage((page) => listInvoices(context, { ...page, handedOver: 'no' }));
    const list: object[] = [];
    const line = progress({ en: 'Writing', fr: 'Écriture' });
    for (const [index, { id, number, type, issuedOn, partnerName }] of waiting.entries()) {
      const files: object[] = [];
      for (const form of ['pdf', 'xml'] as const) {
        const { fileName, bytes, sha256 } = await issueFile(context, parts, decodeId('inv', id) ?? '', form);
        await writeFile(join(folder, fileName), bytes, { mode: 0o600 });
        files.push({ fileName, sha256 });
      }
      list.push({ id, number, type, issuedOn, partnerName, files });
      line.update(index + 1, waiting.length);
    }
    line.end();
    await writeFile(join(folder, 'documents.json'), `${JSON.stringify(list, null, 2)}\n`, { mode: 0o600 });
    // Marked once their files are written: a run that dies before writes them again.
    for (let first = 0; first < waiting.length; first += 1000) {
      const ids = waiting.slice(first, first + 1000).flatMap(({ id }) => decodeId('inv', id) ?? []);
      await handOverInvoices(context, ids);
    }
    return { json: list, text: table(say(HEADER).split(' '), rowsOf(waiting, language), AMOUNTS) };
  },
});
