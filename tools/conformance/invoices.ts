import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { invoiceRulesOf, readInvoiceFile, type ReadInvoice } from '../../apps/server/src/modules/invoice/index.ts';
import { invoiceDocuments } from '../../apps/server/test/invoices.ts';
import { statedFaults, writeCii } from '../../packages/core/src/invoice/index.ts';
import { type CheckResult, missing, resultOf } from './check-result.ts';
import { judgeBySchematron } from './judge-by-schematron.ts';
import { findFile, findSaxon, hasTool, judgeByStylesheet, schemaFault } from './other-tools.ts';

interface Judgeable {
  readonly name: string;
  readonly xml: string;
  /** The rules of EN 16931 and of BR-FR it is known to break, and what our own checks say. */
  readonly broken: { readonly en: readonly string[]; readonly fr: readonly string[]; readonly own: readonly string[] };
}

/** What the samples are made to break; those that are not named break nothing. */
const BROKEN: Readonly<Record<string, Judgeable['broken']>> = {
  'invalid/grand-total-off-by-one-cent': { en: ['BR-CO-15'], fr: [], own: ['gross'] },
  'invalid/franchise-without-any-tax-id': { en: ['BR-E-02'], fr: [], own: ['seller_tax_id'] },
  'invalid/category-o-with-buyer-vat-id': { en: ['BR-O-02'], fr: ['BR-FR-10'], own: ['vat_number_forbidden'] },
  'invalid/261-without-reference': { en: [], fr: ['BR-FR-CO-05'], own: ['preceding_missing'] },
  'invalid/missing-pmt-note': { en: [], fr: ['BR-FR-05'], own: ['note_missing'] },
  'invalid/usd-without-eur-vat-total': { en: [], fr: ['BR-FR-CO-12'], own: ['books_vat_missing'] },
  'silent/vat-off-by-one-cent': { en: [], fr: [], own: ['vat'] },
  'silent/iban-bad-checksum': { en: [], fr: [], own: ['iban'] },
  'silent/all-amounts-negative-389': { en: [], fr: [], own: ['not_positive'] },
};
const nothing: Judgeable['broken'] = { en: [], fr: [], own: [] };

/** Rules tried on a document of ours, at least: a schema for another root tries none and finds nothing. */
const LEAST_FIRED = 50;

/** Our invoices of every kind, and samples of others, by schema, by rules, and by our own checks. */
export async function* checkInvoices(folder: string, scratch: string): AsyncGenerator<CheckResult> {
  const own = Object.entries(invoiceDocuments).map(([name, document]) => ({
    name: `ours, ${name}`,
    xml: writeCii(document),
    broken: nothing,
  }));
  const samples = samplesIn(join(folder, 'einvoice-samples'));
  if (samples.length === 0) yield missing('invoices, samples', 'einvoice-samples is not there');
  const all: readonly Judgeable[] = [...own, ...samples];
  for (const one of all) yield checkOwn(one, await readInvoiceFile(Buffer.from(one.xml)));
  yield* checkSchema(folder, scratch, all);
  yield* checkEuropean(folder, all);
  yield* checkFrench(folder, scratch, all);
}

function samplesIn(folder: string): Judgeable[] {
  if (!existsSync(folder)) return [];
  return ['valid', 'invalid', 'silent'].flatMap((kind) =>
    readdirSync(join(folder, kind)).map((file) => {
      const name = `${kind}/${file.replace(/\.xml$/, '')}`;
      return { name, xml: readFileSync(join(folder, kind, file), 'utf8'), broken: BROKEN[name] ?? nothing };
    }),
  );
}

function checkOwn({ name, broken }: Judgeable, read: ReadInvoice | string): CheckResult {
  const rules = invoiceRulesOf('FR', 'EUR');
  const said = typeof read === 'string' ? [read] : [...read.faults, ...statedFaults(read.invoice, rules)].map(({ code }) => code);
  return resultOf(`our own checks, ${name}`, difference(said, broken.own));
}

function* checkSchema(folder: string, scratch: string, all: readonly Judgeable[]): Generator<CheckResult> {
  const schema = findFile(join(folder, 'factur-x-xsd'), /EN16931\.xsd$/i) ?? installedSchema();
  if (!hasTool('xmllint')) yield missing('Factur-X, schema', 'xmllint is not installed (Debian: libxml2-utils)');
  else if (schema === null) yield missing('Factur-X, schema', '@stackforge-eu/factur-x, which brings it, is not installed');
  else {
    for (const { name, xml } of all) {
      const file = join(scratch, 'invoice.xml');
      writeFileSync(file, xml);
      yield resultOf(`Factur-X, schema, ${name}`, schemaFault(schema, file));
    }
  }
}

function installedSchema(): string | null {
  const file = fileURLToPath(
    new URL('../../node_modules/@stackforge-eu/factur-x/schema/en16931/FACTUR-X_EN16931.xsd', import.meta.url),
  );
  return existsSync(file) ? file : null;
}

async function* checkEuropean(folder: string, all: readonly Judgeable[]): AsyncGenerator<CheckResult> {
  const schematron = findFile(join(folder, 'en16931-cii'), /\.sch$/);
  if (schematron === null) {
    yield missing('EN 16931, rules', 'en16931-cii with the preprocessed schematron is not there');
    return;
  }
  for await (const { index, failed, fired } of judgeBySchematron(
    schematron,
    all.map(({ xml }) => xml),
  )) {
    const { name, broken } = all[index] ?? { name: '?', broken: nothing };
    const wrong = difference(failed, broken.en);
    yield resultOf(`EN 16931, ${fired} rules tried, ${name}`, fired < LEAST_FIRED ? `only ${fired} rules were tried` : wrong);
  }
}

/** The French rules are for invoices between French businesses: others lack the SIREN they ask for. */
function* checkFrench(folder: string, scratch: string, all: readonly Judgeable[]): Generator<CheckResult> {
  const stylesheet = findFile(folder, /BR-FR-Flux2-Schematron-CII[^/]*\.xslt?$/);
  const jar = findSaxon();
  if (stylesheet === null) yield missing('BR-FR, rules', 'BR-FR-Flux2-Schematron-CII.xslt, compiled, is not in the folder');
  else if (jar === null)
    yield missing('BR-FR, rules', 'Saxon-HE is not there (Debian: libsaxonhe-java and a Java; or SAXON_JAR)');
  else {
    for (const { name, xml, broken } of all) {
      if (!name.includes('/') && !xml.includes('>B2B<')) continue;
      const file = join(scratch, 'invoice.xml');
      writeFileSync(file, xml);
      const judged = judgeByStylesheet(jar, stylesheet, file);
      const abroad = xml.includes('>B2B<') ? [] : ['BR-FR-10'];
      const wrong =
        judged === null ? 'the stylesheet does not run' : difference(judged.failed.map(ruleOf), [...broken.fr, ...abroad]);
      yield resultOf(`BR-FR, ${judged?.fired ?? 0} rules tried, ${name}`, judged?.fired === 0 ? 'no rule was tried' : wrong);
    }
  }
}

/** `BR-FR-05_BT-22` says where; the rule is its first half. */
function ruleOf(id: string): string {
  return id.split('_')[0] ?? id;
}

function difference(found: readonly string[], expected: readonly string[]): string {
  const more = found.filter((one) => !expected.includes(one));
  const less = expected.filter((one) => !found.includes(one));
  return [more.length === 0 ? '' : `breaks ${more.join(', ')}`, less.length === 0 ? '' : `does not break ${less.join(', ')}`]
    .filter((part) => part !== '')
    .join('; ');
}
