import type { Das2Answer, Das2BeneficiaryAnswer, Das2Query } from '@cordee/contract/declaration';
import type { FieldFault } from '@cordee/contract/errors';
import type { Language } from '@cordee/contract/language';
import { das2Faults, das2File, type Das2MissingDatum } from '@cordee/core/declaration';
import { encodeId } from '@cordee/core/ids';
import iconv from 'iconv-lite';
import { amountCell, BYTE_ORDER_MARK, csvLine, textCell } from '../../../platform/csv.ts';
import { decodeNumbers, encodeCursor } from '../../../platform/cursor.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { companyIsMissing } from '../company-missing.ts';
import { faultWords } from '../fault-words.ts';
import type { Das2Year, Declared } from './das2.ts';

/** A page of the declaration; its place is a number, for it is all made at once. */
export function das2ToContract(found: Das2Year, { limit, cursor, who }: Das2Query, language: Language): Wire<Das2Answer> {
  const [start = 0n] = decodeNumbers(cursor, 1);
  const declared = found.all.filter(({ isDeclared }) => isDeclared);
  const incomplete = declared.filter(({ missing }) => missing.length > 0);
  const listed = { declared, incomplete, all: found.all }[who];
  const end = Number(start) + limit;
  return {
    year: found.year,
    isOver: found.isOver,
    threshold: { amount: found.threshold.amount, source: found.threshold.source },
    declared: declared.length,
    declaredAmount: declared.reduce((sum, { amount }) => sum + amount, 0n),
    incomplete: incomplete.length,
    companyKnown: found.declarant !== null,
    problem: found.fault === null ? null : faultWords(found.fault)[language],
    items: listed.slice(Number(start), end).map(beneficiaryAnswer),
    nextCursor: listed.length > end ? encodeCursor([String(end)]) : null,
  };
}

function beneficiaryAnswer({
  partnerId,
  name,
  kind,
  country,
  siret,
  address,
  paid,
  inCurrencies,
  amount,
  isDeclared,
  missing,
}: Declared): Wire<Das2BeneficiaryAnswer> {
  return {
    partnerId: encodeId('prt', partnerId),
    name,
    kind,
    country,
    siret,
    address:
      address === null
        ? null
        : {
            ...(address.street === undefined ? {} : { street: address.street }),
            ...(address.postCode === undefined ? {} : { postCode: address.postCode }),
            town: address.town,
          },
    paid,
    inCurrencies: [...inCurrencies].map(([currency, sum]) => ({ currency, amount: sum })),
    amount,
    isDeclared,
    missing,
  };
}

/** The clear file, checked. Refuses `books_company_missing`, `books_rate_missing` and `das2_incomplete`. */
export function das2Bytes(found: Das2Year): {
  readonly fileName: string;
  readonly bytes: Buffer;
  readonly beneficiaries: number;
} {
  mustBeKnown(found);
  if (found.declarant === null) throw companyIsMissing(found.declarantLacks);
  const declared = found.all.filter(({ isDeclared }) => isDeclared);
  const faults = declared.flatMap(incompleteFaults);
  if (faults.length > 0) throw new Refusal('das2_incomplete', faults.slice(0, 50));
  const text = das2File(found.year, found.declarant, declared);
  const wrong = das2Faults(text);
  if (wrong.length > 0) throw new Error(`the declaration does not pass its checks: ${JSON.stringify(wrong)}`);
  const fileName = `DAS2_${found.year}_${found.declarant.siret.slice(0, 9)}.txt`;
  return { fileName, bytes: iconv.encode(text, 'iso-8859-1'), beneficiaries: declared.length };
}

const missingWords: Readonly<Record<Das2MissingDatum, Readonly<Record<Language, string>>>> = {
  kind: { en: 'what it is for tax', fr: 'ce qu’il est fiscalement' },
  country: { en: 'its country', fr: 'son pays' },
  country_code: { en: 'a country whose code is known', fr: 'un pays dont le code est connu' },
  siret: { en: 'its SIRET', fr: 'son SIRET' },
  street: { en: 'its street', fr: 'sa rue' },
  post_code: { en: 'its post code', fr: 'son code postal' },
  town: { en: 'its town', fr: 'sa commune' },
};

function incompleteFaults({ partnerId, name, missing }: Declared): FieldFault[] {
  if (missing.length === 0) return [];
  const words = (language: Language) => missing.map((datum) => missingWords[datum][language]).join(', ');
  const message = { en: `${name} lacks: ${words('en')}.`, fr: `Il manque à ${name} : ${words('fr')}.` };
  return [{ path: encodeId('prt', partnerId), rule: 'das2', message }];
}

function mustBeKnown({ fault }: Das2Year): void {
  if (fault === null) return;
  throw new Refusal('books_rate_missing', [{ path: 'rate', rule: 'has_rate', message: faultWords(fault) }]);
}

const headers: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'year',
    'partner',
    'name',
    'kind',
    'country',
    'SIRET',
    'street',
    'post code',
    'town',
    'paid in euro',
    'declared in euro',
    'declared',
    'missing',
  ],
  fr: [
    'année',
    'partenaire',
    'nom',
    'nature',
    'pays',
    'SIRET',
    'rue',
    'code postal',
    'commune',
    'versé en euros',
    'déclaré en euros',
    'déclaré',
    'manque',
  ],
};

/** All who were paid, for a spreadsheet. Refuses `books_rate_missing`. */
export function das2Csv(found: Das2Year, language: Language): string {
  mustBeKnown(found);
  const yes = { en: ['no', 'yes'], fr: ['non', 'oui'] }[language];
  const line = (one: Declared) =>
    csvLine(
      [
        String(found.year),
        ...[
          encodeId('prt', one.partnerId),
          one.name,
          one.kind ?? '',
          one.country ?? '',
          one.siret ?? '',
          one.address?.street ?? '',
          one.address?.postCode ?? '',
          one.address?.town ?? '',
        ].map(textCell),
        amountCell(one.paid, 'EUR', language),
        String(one.amount),
        yes[one.isDeclared ? 1 : 0] ?? '',
        textCell(one.missing.map((datum) => missingWords[datum][language]).join(' · ')),
      ],
      language,
    );
  return BYTE_ORDER_MARK + csvLine((headers[language] ?? []).map(textCell), language) + found.all.map(line).join('');
}
