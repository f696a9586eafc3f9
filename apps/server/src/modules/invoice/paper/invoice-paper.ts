import type { Language } from '@cordee/contract/language';
import { type InvoiceDocument, invoiceTotals } from '@cordee/core/invoice';
import { formatMoney, rate, ratePercentText } from '@cordee/core/money';
import { formatDate, type Instant, type LocalDate } from '@cordee/core/time';
import {
  endPaper,
  FAINT,
  INK,
  MARGIN,
  openPaper,
  type Paper,
  type PaperRow,
  say,
  textEnd,
  textWidth,
  writeTable,
} from '../../../platform/pdf/index.ts';
import { facturXOf } from './factur-x.ts';
import { paperWords } from './paper-words.ts';
import { writeParties } from './write-parties.ts';

/** Of UNTDID 4451: says to platforms what kind of deal it is, and nothing to people. */
const FOR_MACHINES = 'BAR';

/**
 * The document as Factur-X, in one language: PDF/A-3b with its XML inside. The same document and instant give the same bytes. What is only a
 * draft has no XML that a machine could take for an invoice, and says so on each page.
 */
export function invoicePaper(document: InvoiceDocument, language: Language, at: Instant, isDraft = false): Promise<Buffer> {
  const words = paperWords[language];
  const title = `${words.titles[document.type]} ${document.number}`;
  const common = { title, author: document.buyer.name, language, at, keywords: document.number };
  const paper = openPaper(isDraft ? common : { ...common, inside: facturXOf(document) });
  writeHead(paper, document, language);
  writeParties(paper, document, language);
  writeLines(paper, document, language);
  writeVat(paper, document, language);
  writeTotals(paper, document, language);
  writePayment(paper, document, language);
  writeNotes(paper, document, language);
  return endPaper(paper, [`${title} · ${document.seller.name}`, isDraft ? words.noDocument : words.inside], words.page);
}

function writeHead(
  paper: Paper,
  { type, number, buyer, issuedOn, dueOn, period, mandate, preceding }: InvoiceDocument,
  language: Language,
): void {
  const { doc } = paper;
  const words = paperWords[language];
  say(paper, 'H1', () => doc.font('strong').fontSize(19).fillColor(INK).text(`${words.titles[type]} ${number}`));
  doc.moveDown(0.15);
  say(paper, 'P', () => doc.font('regular').fontSize(9).fillColor(FAINT).text(words.madeOutBy(buyer.name)));
  doc.moveDown(0.8);
  const facts: readonly (readonly [string, string | null])[] = [
    [words.issuedOn, formatDate(issuedOn, language)],
    [words.dueOn, dueOn === null ? null : formatDate(dueOn, language)],
    [words.period, period === null ? null : words.days(formatDate(period.from, language), formatDate(period.to, language))],
    [words.mandate, mandate],
    [words.preceding, preceding.map((one) => words.precedingOf(one.number, formatDate(one.issuedOn, language))).join(', ')],
  ];
  for (const [label, value] of facts) if (value !== null && value !== '') writeFact(paper, label, value);
  doc.moveDown(1.2);
}

function writeFact(paper: Paper, label: string, value: string): void {
  const { doc } = paper;
  say(paper, 'P', () => {
    doc.font('regular').fontSize(9).fillColor(FAINT).text(`${label} `, MARGIN, doc.y, { continued: true });
    doc.fillColor(INK).text(value);
  });
}

function writeLines(paper: Paper, document: InvoiceDocument, language: Language): void {
  const words = paperWords[language];
  const columns = words.columns.map((header, index) => ({
    header,
    share: [46, 10, 17, 9, 18][index] ?? 1,
    ...(index === 0 ? {} : { align: 'right' as const }),
  }));
  const vat = rateText(document, language);
  const rows = document.lines.map(({ name, description, net, period }): PaperRow => {
    const days = period === null ? '' : words.days(shortDate(period.from, language), shortDate(period.to, language));
    const details = [description ?? '', days].filter((part) => part !== '').join(' · ');
    const price = net < 0n ? -net : net;
    return {
      cells: [
        [name, details],
        [net < 0n ? '\u22121' : '1'],
        [money(price, document, language)],
        [vat],
        [money(net, document, language)],
      ],
    };
  });
  writeTable(paper, columns, rows);
  paper.doc.moveDown(1.2);
}

function writeVat(paper: Paper, document: InvoiceDocument, language: Language): void {
  const { doc } = paper;
  const words = paperWords[language];
  const { vat } = document;
  const { net, vat: due } = invoiceTotals(document);
  roomFor(paper, 90);
  say(paper, 'H2', () => doc.font('strong').fontSize(10).fillColor(INK).text(words.vatTitle, MARGIN));
  doc.moveDown(0.4);
  const columns = words.vatColumns.map((header, index) => ({
    header,
    share: [46, 15, 19, 20][index] ?? 1,
    ...(index === 0 ? {} : { align: 'right' as const }),
  }));
  const sentences = [vat.exemption?.text ?? '', vat.dueCode === null ? '' : words.dueCodes[vat.dueCode]];
  const treatment = `${words.categories[vat.category] ?? vat.category} (${vat.category})`;
  writeTable(paper, columns, [
    {
      cells: [
        [treatment, sentences.filter((part) => part !== '').join(' · ')],
        [rateText(document, language)],
        [money(net, document, language)],
        [money(due, document, language)],
      ],
    },
  ]);
  doc.moveDown(0.8);
}

function writeTotals(paper: Paper, document: InvoiceDocument, language: Language): void {
  const { doc } = paper;
  const words = paperWords[language];
  const { net, vat, gross } = invoiceTotals(document);
  const { vatInBooks, type } = document;
  const sums: readonly (readonly [string, string])[] = [
    [words.net, money(net, document, language)],
    [words.vat, money(vat, document, language)],
    ...(vatInBooks === null
      ? []
      : ([[words.vatInBooks(vatInBooks.currency), money(vatInBooks.amount, vatInBooks, language)]] as const)),
    [words.gross, money(gross, document, language)],
    [words.due[type], money(gross, document, language)],
  ];
  roomFor(paper, sums.length * 14 + 10);
  const left = MARGIN + textWidth(doc) / 2;
  const width = textWidth(doc) / 2;
  for (const [index, [label, amount]] of sums.entries()) {
    const isLast = index === sums.length - 1;
    const top = doc.y + (isLast ? 3 : 0);
    say(paper, 'P', () => {
      doc.font(isLast ? 'strong' : 'regular').fontSize(isLast ? 11 : 9);
      doc.fillColor(isLast ? INK : FAINT).text(label, left, top, { width: width * 0.55 });
      doc.fillColor(INK).text(amount, left, top, { width, align: 'right' });
    });
    doc.y += 1.5;
  }
  doc.x = MARGIN;
  doc.moveDown(1.2);
}

function writePayment(paper: Paper, { payment, dueOn, type }: InvoiceDocument, language: Language): void {
  const words = paperWords[language];
  const iban = payment?.iban ?? null;
  if (payment === null || iban === null) return;
  const { doc } = paper;
  roomFor(paper, 60);
  say(paper, 'H2', () => doc.font('strong').fontSize(10).fillColor(INK).text(words.paymentTitle, MARGIN));
  doc.moveDown(0.3);
  const grouped = iban.replaceAll(/(.{4})(?=.)/g, '$1 ');
  say(paper, 'P', () => doc.font('regular').fontSize(9).text(words.payment(grouped), MARGIN));
  if (payment.accountName !== null) writeFact(paper, words.holder, payment.accountName);
  if (dueOn !== null && type === '389') writeFact(paper, words.dueOn, formatDate(dueOn, language));
  doc.moveDown(0.8);
}

function writeNotes(paper: Paper, { notes }: InvoiceDocument, language: Language): void {
  const { doc } = paper;
  const shown = notes.filter(({ code }) => code !== FOR_MACHINES);
  if (shown.length === 0) return;
  roomFor(paper, 50);
  say(paper, 'H2', () => doc.font('strong').fontSize(10).fillColor(INK).text(paperWords[language].notesTitle, MARGIN));
  doc.moveDown(0.3);
  for (const { text } of shown) {
    const width = textWidth(doc);
    doc.font('regular').fontSize(8);
    roomFor(paper, Math.min(doc.heightOfString(text, { width }), 200));
    say(paper, 'P', () => doc.font('regular').fontSize(8).fillColor(INK).text(text, MARGIN, doc.y, { width }));
    doc.moveDown(0.3);
  }
}

/** What follows begins on a page where it fits. */
function roomFor({ doc }: Paper, height: number): void {
  if (doc.y + height > textEnd(doc)) doc.addPage();
}

/** Category O has no rate. */
function rateText({ vat }: InvoiceDocument, language: Language): string {
  return vat.category === 'O' ? '–' : ratePercentText(rate(BigInt(vat.rate), 10_000n), language);
}

function money(amount: bigint, { currency }: { readonly currency: string }, language: Language): string {
  return formatMoney({ amount, currency }, language).replace(/^-/, '\u2212');
}

/** In a column, beside a title that says the month. */
function shortDate(date: LocalDate, language: Language): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return language === 'fr' ? `${day}/${month}/${year}` : date;
}
