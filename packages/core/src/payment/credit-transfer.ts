import type { Instant, LocalDate } from '../time/index.ts';
import { isBankText } from './bank-text.ts';
import { isSepaIban } from './iban.ts';
import { isTargetDay } from './target-days.ts';

/** Town and country at least: an address that is only lines is refused since 15 November 2026. */
export interface PostalAddress {
  readonly street?: string | undefined;
  readonly postCode?: string | undefined;
  readonly town: string;
  /** ISO 3166-1, two capitals. */
  readonly country: string;
}

export interface BankAccount {
  /** The holder's name as the bank knows it: banks compare it with the account. */
  readonly holder: string;
  /** Plain. */
  readonly iban: string;
  readonly bic: string | null;
  readonly address: PostalAddress | null;
}

export interface CreditTransfer {
  /** Comes back with every answer of the bank. At most 35 safe characters, unique in the order. */
  readonly endToEndId: string;
  /** Cents of a euro, 1 to 99,999,999,999. */
  readonly amount: bigint;
  readonly to: BankAccount;
  /** What the receiver reads, at most 140 characters. */
  readonly remittance: string;
}

/** Transfers in euros from one account on one day. */
export interface TransferOrder {
  /** At most 35 safe characters, never used before: banks know duplicates by it. */
  readonly messageId: string;
  readonly createdAt: Instant;
  readonly executionDate: LocalDate;
  /** Who orders, as the bank knows it. */
  readonly from: BankAccount;
  readonly transfers: Iterable<CreditTransfer>;
  readonly count: number;
  readonly sum: bigint;
}

export interface OrderFault {
  /** `transfers.3.to.iban`; lines are counted from 0. */
  readonly path: string;
  readonly rule: OrderRule;
}

export type OrderRule =
  | 'id'
  | 'unique'
  | 'amount'
  | 'iban'
  | 'bic'
  | 'text'
  | 'length'
  | 'address'
  | 'day'
  | 'past'
  | 'count'
  | 'sum'
  | 'empty';

export const LONGEST_NAME = 70;
export const LONGEST_REMITTANCE = 140;
export const LARGEST_TRANSFER = 99_999_999_999n;

const ID = /^(?!\/)(?!.*\/\/)[A-Za-z0-9/?:().,'+ -]{1,35}(?<![/ ])$/;
const BIC = /^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/;
const COUNTRY = /^[A-Z]{2}$/;

/** Everything in an order a bank would refuse or, worse, take although it is wrong; `today` is the day it is handed over. */
export function orderFaults(order: TransferOrder, today: LocalDate): OrderFault[] {
  const faults: OrderFault[] = [];
  const add = (path: string, rule: OrderRule) => faults.push({ path, rule });
  if (!ID.test(order.messageId)) add('messageId', 'id');
  if (order.executionDate < today) add('executionDate', 'past');
  if (!isTargetDay(order.executionDate)) add('executionDate', 'day');
  accountFaults(order.from, 'from', add);
  const known = new Set<string>();
  let count = 0;
  let sum = 0n;
  for (const transfer of order.transfers) {
    const { endToEndId } = transfer;
    const isRepeated = known.size === known.add(endToEndId).size;
    // Places are only named once something is wrong there.
    if (isRepeated || !isSound(transfer)) transferFaults(transfer, isRepeated, `transfers.${count}`, add);
    count += 1;
    sum += transfer.amount;
  }
  if (count === 0) add('transfers', 'empty');
  if (count !== order.count) add('count', 'count');
  if (sum !== order.sum) add('sum', 'sum');
  return faults;
}

type Add = (path: string, rule: OrderRule) => void;

/** Whether nothing is wrong with a transfer by itself, as nearly always. */
function isSound({ endToEndId, amount, to, remittance }: CreditTransfer): boolean {
  return (
    to.address === null &&
    ID.test(endToEndId) &&
    amount >= 1n &&
    amount <= LARGEST_TRANSFER &&
    isText(to.holder, LONGEST_NAME) &&
    isSepaIban(to.iban) &&
    (to.bic === null || BIC.test(to.bic)) &&
    isText(remittance, LONGEST_REMITTANCE)
  );
}

function isText(text: string, length: number): boolean {
  return text !== '' && text.length <= length && isBankText(text);
}

function transferFaults(
  { endToEndId, amount, to, remittance }: CreditTransfer,
  isRepeated: boolean,
  path: string,
  add: Add,
): void {
  if (!ID.test(endToEndId)) add(`${path}.endToEndId`, 'id');
  if (isRepeated) add(`${path}.endToEndId`, 'unique');
  if (amount < 1n || amount > LARGEST_TRANSFER) add(`${path}.amount`, 'amount');
  accountFaults(to, `${path}.to`, add);
  textFaults(remittance, LONGEST_REMITTANCE, `${path}.remittance`, add);
}

function accountFaults({ holder, iban, bic, address }: BankAccount, path: string, add: Add): void {
  textFaults(holder, LONGEST_NAME, `${path}.holder`, add);
  if (!isSepaIban(iban)) add(`${path}.iban`, 'iban');
  if (bic !== null && !BIC.test(bic)) add(`${path}.bic`, 'bic');
  if (address !== null) addressFaults(address, `${path}.address`, add);
}

function addressFaults({ street, postCode, town, country }: PostalAddress, path: string, add: Add): void {
  if (!COUNTRY.test(country)) add(`${path}.country`, 'address');
  textFaults(town, 35, `${path}.town`, add);
  if (street !== undefined) textFaults(street, 70, `${path}.street`, add);
  if (postCode !== undefined) textFaults(postCode, 16, `${path}.postCode`, add);
}

function textFaults(text: string, length: number, path: string, add: Add): void {
  if (text === '' || !isBankText(text)) add(path, 'text');
  if (text.length > length) add(path, 'length');
}
