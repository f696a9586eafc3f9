import { das2AmountColumns } from './das2.ts';

export const das2FaultCodes = ['length', 'order', 'siret', 'total', 'count', 'key', 'alphabet'] as const;
export type Das2FaultCode = (typeof das2FaultCodes)[number];

export interface Das2Fault {
  readonly code: Das2FaultCode;
  readonly line: number;
  readonly detail: string;
}

const WIDTH = 672;

/** What is wrong with a declaration: lengths, order of records, keys, numbers of establishments, and totals added up again. */
export function das2Faults(file: string): Das2Fault[] {
  const faults: Das2Fault[] = [];
  const lines = file.split('\r\n');
  if (lines.at(-1) === '') lines.pop();
  for (const [index, line] of lines.entries()) {
    if (line.length !== WIDTH) faults.push({ code: 'length', line: index + 1, detail: String(line.length) });
    const strange = Array.from(line).find(
      (character) => (character.codePointAt(0) ?? 0) > 255 || (character.codePointAt(0) ?? 0) < 32,
    );
    if (strange !== undefined) faults.push({ code: 'alphabet', line: index + 1, detail: strange });
  }
  if (faults.length > 0) return faults;
  const codes = lines.map((line, index) => (index === 0 || index === lines.length - 1 ? line.slice(21, 24) : line.slice(21, 24)));
  const isOrdered =
    codes.length >= 4 && codes[0] === '010' && codes[1] === '020' && codes.at(-2) === '300' && codes.at(-1) === '310';
  const strangeAt = codes.slice(2, -2).findIndex((code) => code !== '210');
  if (!isOrdered || strangeAt >= 0)
    return [{ code: 'order', line: strangeAt >= 0 ? strangeAt + 3 : 1, detail: codes.join(' ').slice(0, 60) }];
  const beneficiaries = lines.slice(2, -2);
  const [first = '', establishment = ''] = lines;
  const [total300 = '', total310 = ''] = lines.slice(-2);
  for (const [index, line] of lines.slice(1, -1).entries()) {
    if (line.slice(0, 21) !== establishment.slice(0, 21))
      faults.push({ code: 'key', line: index + 2, detail: line.slice(0, 21) });
  }
  const siren = establishment.slice(0, 9);
  if (first.slice(0, 9) !== siren || total310.slice(0, 9) !== siren)
    faults.push({ code: 'key', line: lines.length, detail: siren });
  for (const [index, line] of beneficiaries.entries()) {
    if (!/^(?:\d{14}| {14})$/.test(line.slice(24, 38)))
      faults.push({ code: 'siret', line: index + 3, detail: line.slice(24, 38).trim() });
  }
  const counted = total310.slice(35, 41);
  if (Number(counted) !== beneficiaries.length) faults.push({ code: 'count', line: lines.length, detail: counted });
  for (const [column, name] of das2AmountColumns.entries()) {
    const sum = beneficiaries.reduce((all, line) => all + amountAt(line, 297 + column * 10, 10), 0n);
    if (amountAt(total300, 168 + column * 12, 12) !== sum) faults.push({ code: 'total', line: lines.length - 1, detail: name });
    if (amountAt(total310, 185 + column * 12, 12) !== sum) faults.push({ code: 'total', line: lines.length, detail: name });
  }
  return faults;
}

function amountAt(line: string, start: number, width: number): bigint {
  const digits = line.slice(start, start + width);
  return /^\d+$/.test(digits) ? BigInt(digits) : -1n;
}
