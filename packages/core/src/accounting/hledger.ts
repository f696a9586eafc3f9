import { currencyExponent } from '../money/index.ts';
import type { Entry } from './entry.ts';
import { decimals } from './fec.ts';
import { oneLine } from './plain-text.ts';

/** An entry as hledger reads it: debits are positive, all of it in euro, what it comes from in a comment. */
export function hledgerEntry(entry: Entry): string {
  const comment = (text: string) => oneLine(text).replaceAll(/\s+/g, ' ');
  const head = `${entry.day} * (${entry.number}) ${comment(entry.pieceRef).replaceAll(';', ',')}  ; ${comment(entry.journal.code)}`;
  const lines = entry.lines.map(({ account, auxiliary, debit, credit, label, original }) => {
    const name = [account.number, ...(auxiliary === null ? [] : [hledgerName(auxiliary.number)])].join(':');
    const from =
      original === null
        ? ''
        : ` (${decimals(original.amount, currencyExponent(original.currency) ?? 0, '.')} ${original.currency})`;
    return `    ${name}  ${decimals(debit - credit, 2, '.')} EUR  ; ${comment(label)}${from}`;
  });
  return `\n${head}\n${lines.join('\n')}\n`;
}

/** Two spaces, a colon or a semicolon would end the name of an account. */
function hledgerName(text: string): string {
  return oneLine(text).replaceAll(/[:;\s]+/g, '-');
}
