import type { Language } from '@cordee/contract/language';
import { formatMonth } from '@cordee/core/closing';
import { formatMoney } from '@cordee/core/money';
import { formatDate, type Instant, localDateOf } from '@cordee/core/time';
import {
  endPaper,
  FAINT,
  INK,
  MARGIN,
  openPaper,
  type PaperRow,
  say,
  textWidth,
  writeTable,
} from '../../../platform/pdf/index.ts';
import type { YearSummary } from '../queries/get-year-summary.ts';

const words = {
  en: {
    title: (year: number) => `Yearly statement ${year}`,
    about: 'Commissions earned and payments received',
    to: 'Partner:',
    made: (day: string) => `Made on ${day}`,
    running: 'The year is not over: its figures still change.',
    columns: ['month', 'currency', 'earned', 'invoiced', 'paid'],
    total: 'Year',
    euro: (amount: string) =>
      `Paid in the calendar year, VAT included: ${amount}. Amounts in other currencies are converted at the reference rate of the European Central Bank of the day of each payment.`,
    unknown: 'What was paid in other currencies cannot be said in euro yet: a reference rate is missing.',
    declared: (threshold: string) =>
      `Above ${threshold} in a calendar year, the company declares what it paid to the French tax office (DAS2, art. 240 of the general tax code).`,
    earned:
      'Earned: commissions by the day they took effect, less what was taken back. Invoiced: documents of the month with their VAT, less credit notes. Paid: payments that arrived.',
    none: 'Nothing was earned or paid in this year.',
    page: (page: number, pages: number) => `Page ${page} of ${pages}`,
  },
  fr: {
    title: (year: number) => `Récapitulatif annuel ${year}`,
    about: 'Commissions gagnées et versements reçus',
    to: 'Partenaire :',
    made: (day: string) => `Établi le ${day}`,
    running: 'L’année n’est pas terminée : ses montants peuvent encore changer.',
    columns: ['mois', 'devise', 'gagné', 'facturé', 'versé'],
    total: 'Année',
    euro: (amount: string) =>
      `Versé dans l’année civile, TVA comprise : ${amount}. Les montants en devises sont convertis au cours de référence de la Banque centrale européenne du jour de chaque versement.`,
    unknown: 'Ce qui a été versé en devises ne peut pas encore être dit en euros : un cours de référence manque.',
    declared: (threshold: string) =>
      `Au-delà de ${threshold} dans l’année civile, l’entreprise déclare ce qu’elle a versé à l’administration fiscale (DAS2, art. 240 du code général des impôts).`,
    earned:
      'Gagné : commissions au jour où elles prennent effet, moins les reprises. Facturé : pièces du mois, TVA comprise, moins les avoirs. Versé : versements arrivés.',
    none: 'Rien n’a été gagné ni versé dans cette année.',
    page: (page: number, pages: number) => `Page ${page} sur ${pages}`,
  },
} as const;

/** A partner's year on paper; the same figures on the same day give the same bytes. */
export function yearPaper(summary: YearSummary, language: Language, at: Instant): Promise<Buffer> {
  const own = words[language];
  const title = own.title(summary.year);
  const paper = openPaper({
    title: `${title} · ${summary.partnerName}`,
    author: summary.workspaceName,
    language,
    at,
    keywords: '',
  });
  const { doc } = paper;
  const line = (kind: string, size: number, text: string, strong = false, colour: string = INK) =>
    say(paper, kind, () =>
      doc
        .font(strong ? 'strong' : 'regular')
        .fontSize(size)
        .fillColor(colour)
        .text(text, { width: textWidth(doc) }),
    );
  line('P', 10, summary.workspaceName, true);
  doc.moveDown(1.2);
  line('H1', 19, title, true);
  doc.moveDown(0.2);
  line('P', 11, own.about);
  line('P', 8.5, own.made(formatDate(localDateOf(at, summary.zone), language)), false, FAINT);
  if (!summary.isOver) line('P', 8.5, own.running, false, FAINT);
  doc.moveDown(1.2);
  line('P', 10, `${own.to} ${summary.partnerName}`, true);
  doc.moveDown(1.4);
  const columns = own.columns.map((header, index) => ({
    header,
    share: [28, 12, 20, 20, 20][index] ?? 1,
    ...(index < 2 ? {} : { align: 'right' as const }),
  }));
  const rows = rowsOf(summary, language);
  writeTable(paper, columns, rows);
  doc.x = MARGIN;
  doc.moveDown(1);
  const notes = [
    ...(summary.months.length === 0 ? [own.none] : []),
    summary.paidInEuro === null ? own.unknown : own.euro(money(summary.paidInEuro, 'EUR', language)),
    own.declared(money(summary.threshold, 'EUR', language)),
    own.earned,
  ];
  for (const note of notes) {
    line('P', 8.5, note, false, FAINT);
    doc.moveDown(0.5);
  }
  return endPaper(paper, [`${summary.workspaceName} · ${title}`], own.page);
}

function money(amount: bigint, currency: string, language: Language): string {
  return formatMoney({ amount, currency }, language).replace(/^-/, '\u2212');
}

function rowsOf(summary: YearSummary, language: Language): PaperRow[] {
  const sums = ({ currency, earned, invoiced, paid }: YearSummary['totals'][number]): [string][] => [
    [currency],
    ...[earned, invoiced, paid].map((amount): [string] => [money(amount, currency, language)]),
  ];
  return [
    ...summary.months.map((month): PaperRow => ({ cells: [[formatMonth(month.month, language)], ...sums(month)] })),
    ...summary.totals.map((total): PaperRow => ({
      isSum: true,
      cells: [[`${words[language].total} ${summary.year}`], ...sums(total)],
    })),
  ];
}
