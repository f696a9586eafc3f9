import type { Language } from '@cordee/contract/language';
import type { InvoiceDocument, InvoiceParty } from '@cordee/core/invoice';
import { hasSiren } from '@cordee/core/tax';
import { FAINT, INK, MARGIN, type Paper, say, textWidth } from '../../../platform/pdf/index.ts';
import { paperWords } from './paper-words.ts';

const GAP = 24;

/** Who supplied and who pays, beside one another, each with everything it is known by. */
export function writeParties(paper: Paper, { seller, buyer }: InvoiceDocument, language: Language): void {
  const { doc } = paper;
  const words = paperWords[language];
  const width = (textWidth(doc) - GAP) / 2;
  const top = doc.y;
  writeParty(paper, words.seller, seller, { left: MARGIN, width, language });
  const end = doc.y;
  doc.y = top;
  writeParty(paper, words.buyer, buyer, { left: MARGIN + width + GAP, width, language });
  doc.x = MARGIN;
  doc.y = Math.max(doc.y, end);
  doc.moveDown(1.6);
}

interface Place {
  readonly left: number;
  readonly width: number;
  readonly language: Language;
}

function writeParty(paper: Paper, label: string, party: InvoiceParty, { left, width, language }: Place): void {
  const { doc } = paper;
  const put = (text: string) => doc.text(text, left, doc.y, { width });
  say(paper, 'H2', () => {
    doc.font('regular').fontSize(7.5).fillColor(FAINT);
    put(label);
  });
  say(paper, 'P', () => {
    doc.font('strong').fontSize(10).fillColor(INK);
    put(party.name);
    doc.font('regular').fontSize(8.5);
    for (const line of linesOf(party, language)) put(line);
  });
}

function linesOf(
  { legalForm, siren, vatNumber, localTaxId, address, electronicAddress }: InvoiceParty,
  language: Language,
): string[] {
  const words = paperWords[language];
  const labelled = (label: string, value: string | null) => (value === null ? null : `${label} ${value}`);
  const electronic = electronicAddress === null ? null : `${electronicAddress.id} (${electronicAddress.scheme})`;
  return [
    legalForm,
    address.street,
    [address.postCode, address.town].filter((part) => part !== null && part !== '').join(' '),
    countryName(address.country, language),
    labelled(words.registration(hasSiren(address.country)), siren),
    labelled(words.vatNumber, vatNumber),
    // A French small business is known to its tax office by its SIREN, which stands there already.
    localTaxId === siren ? null : labelled(words.taxNumber, localTaxId),
    labelled(words.electronicAddress, electronic),
  ].filter((line) => line !== null && line !== '') as string[];
}

/** Made once: to make them takes longer than to write a party. */
const regions: Readonly<Record<Language, Intl.DisplayNames>> = {
  en: new Intl.DisplayNames('en', { type: 'region', fallback: 'code' }),
  fr: new Intl.DisplayNames('fr', { type: 'region', fallback: 'code' }),
};

function countryName(code: string, language: Language): string {
  // What is no code of a country throws.
  return /^[A-Z]{2}$/.test(code) ? (regions[language].of(code) ?? code) : code;
}
