import { isRateText, readRatesCsv, type ReferenceRate } from '@cordee/core/exchange';
import { isLocalDate } from '@cordee/core/time';
import { XMLParser, XMLValidator } from 'fast-xml-parser';

interface Cube {
  readonly time?: string;
  readonly currency?: string;
  readonly rate?: string;
  readonly Cube?: readonly Cube[];
}

// No entities beyond XML's own: the bank's file has none, and a hostile one shall not grow.
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  removeNSPrefix: true,
  parseAttributeValue: false,
  parseTagValue: false,
  processEntities: false,
  isArray: (name) => name === 'Cube',
});

/**
 * Reads a file of euro reference rates as the bank publishes it, XML or CSV, of one day or of many. Null when it is something else, not
 * whole, or holds a day or a rate that is none.
 */
export function readRatesFile(text: string): ReferenceRate[] | null {
  const rates = text.trimStart().startsWith('<') ? readXml(text) : readRatesCsv(text);
  return rates === null || rates.length === 0 ? null : rates;
}

function readXml(text: string): ReferenceRate[] | null {
  if (text.includes('<!DOCTYPE') || XMLValidator.validate(text) !== true) return null;
  const document = parser.parse(text) as { readonly Envelope?: Cube };
  const days = document.Envelope?.Cube?.flatMap(({ Cube: inner = [] }) => inner) ?? [];
  const rates: ReferenceRate[] = [];
  for (const { time = '', Cube: quotes = [] } of days) {
    if (!isLocalDate(time)) return null;
    for (const { currency = '', rate = '' } of quotes) {
      if (!/^[A-Z]{3}$/.test(currency) || !isRateText(rate)) return null;
      rates.push({ date: time, currency, rate });
    }
  }
  return rates;
}
