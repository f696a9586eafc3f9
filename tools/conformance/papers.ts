import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawInvoice } from '../../apps/server/src/modules/invoice/index.ts';
import { makeSealKey, ownSigner, sealPdf } from '../../apps/server/src/platform/pdf/index.ts';
import { invoiceDocuments, longInvoice } from '../../apps/server/test/invoices.ts';
import { type InvoiceDocument, writeCii } from '../../packages/core/src/invoice/index.ts';
import { type CheckResult, missing, resultOf } from './check-result.ts';
import { hasTool } from './other-tools.ts';
import { structureFaults } from './pdf-structure.ts';

const AT = Date.UTC(2026, 10, 3, 9);

/** Our Factur-X, plain and sealed, by qpdf and the tools of poppler; whether it is PDF/A only veraPDF can say. */
export async function* checkPapers(scratch: string): AsyncGenerator<CheckResult> {
  const tools = { qpdf: '--version', pdfdetach: '-v', pdffonts: '-v', pdfinfo: '-v' };
  const absent = Object.entries(tools).flatMap(([name, version]) => (hasTool(name, version) ? [] : [name]));
  for (const name of absent) yield missing(`Factur-X, PDF, ${name}`, `${name} is not installed (Debian: qpdf, poppler-utils)`);
  const signer = await ownSigner(await makeSealKey('Alpes Équipement', AT));
  const documents: [string, InvoiceDocument][] = [...Object.entries(invoiceDocuments), ['of several pages', longInvoice(150)]];
  for (const [name, document] of documents) {
    const plain = await drawInvoice(document, 'fr', AT);
    const sealed = await sealPdf(plain, signer, { at: AT, reason: document.number });
    for (const [kind, bytes] of [
      ['plain', plain],
      ['sealed', sealed],
    ] as const) {
      const file = join(scratch, 'invoice.pdf');
      writeFileSync(file, bytes);
      const wrong = [...checks(file, scratch, document, kind === 'sealed')].filter(([tool]) => !absent.includes(tool));
      yield resultOf(`Factur-X, PDF, ${kind}, ${name}`, wrong.map(([tool, fault]) => `${tool}: ${fault}`).join('; '));
      if (hasTool('verapdf')) yield resultOf(`Factur-X, PDF/A, ${kind}, ${name}`, archiveFault(file));
    }
  }
  if (!hasTool('verapdf')) yield missing('Factur-X, PDF/A', 'veraPDF is not installed: nobody but it judges PDF/A-3');
}

function* checks(
  file: string,
  scratch: string,
  document: InvoiceDocument,
  isSealed: boolean,
): Generator<readonly [string, string]> {
  const checked = run('qpdf', ['--check', file]);
  // It ends with 3 on warnings.
  if (checked.status !== 0) yield ['qpdf', checked.said.trim().split('\n').at(-1) ?? ''];
  for (const fault of structureFaults(run('qpdf', ['--json=2', file]).said, isSealed)) yield ['qpdf', fault];
  const taken = join(scratch, 'taken.xml');
  if (run('pdfdetach', ['-save', '1', '-o', taken, file]).status !== 0) yield ['pdfdetach', 'nothing is attached'];
  else if (readFileSync(taken, 'utf8') !== writeCii(document)) yield ['pdfdetach', 'the XML is another'];
  const fonts = run('pdffonts', [file]).said.trim().split('\n').slice(2);
  const apart = fonts.filter((line) => !/\s+yes yes yes\s+\d+\s+\d+$/.test(line));
  if (fonts.length === 0 || apart.length > 0) yield ['pdffonts', `not inside, or not to be searched: ${apart.join(', ')}`];
  const description = run('pdfinfo', ['-meta', file]).said;
  for (const part of ['<pdfaid:part>3<', '<pdfaid:conformance>B<', '<fx:ConformanceLevel>EN 16931<', '<pdfaSchema:prefix>fx<'])
    if (!description.includes(part)) yield ['pdfinfo', `${part} is not in the description`];
}

function archiveFault(file: string): string {
  const { said } = run('verapdf', ['--flavour', '3b', '--format', 'text', file]);
  return said.startsWith('PASS') ? '' : (said.split('\n')[0] ?? 'refused');
}

function run(tool: string, options: readonly string[]): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(tool, options, { encoding: 'utf8', maxBuffer: 2 ** 26 });
  return { status, said: stdout === '' ? stderr : stdout };
}
