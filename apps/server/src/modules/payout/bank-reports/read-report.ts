import { type Element, elementsAt, readXml, textAt } from '../../../platform/xml/index.ts';

/** What a bank says of one transfer. */
export interface BankAnswer {
  /** Of the transfer; or, where the bank booked a whole file at once, of its message. */
  readonly reference: string;
  readonly says: 'booked' | 'rejected' | 'returned' | 'waiting';
  /** Cents; null where the bank does not say. */
  readonly amount: bigint | null;
  /** ISO 20022 code of the reason, such as AC04; of a service, its words. */
  readonly reason: string | null;
  /** What a service calls the payment. */
  readonly settlement?: string | null;
}

export interface ReadReport {
  readonly kind: 'camt.053' | 'pain.002' | 'csv';
  readonly answers: readonly BankAnswer[];
}

/**
 * Reads a statement (ISO 20022 camt.053, any version) or a payment status report (pain.002): debits that were booked, transfers that
 * were refused, and credits that bring one back. Null when it is neither, or not whole.
 */
export function readReport(text: string): ReadReport | null {
  const [document] = elementsAt(readXml(text) ?? {}, 'Document');
  if (document === undefined) return null;
  const [statements] = elementsAt(document, 'BkToCstmrStmt');
  if (statements !== undefined) return { kind: 'camt.053', answers: elementsAt(statements, 'Stmt/Ntry').flatMap(answersOfEntry) };
  const [status] = elementsAt(document, 'CstmrPmtStsRpt');
  return status === undefined ? null : { kind: 'pain.002', answers: answersOfStatus(status) };
}

/** Only what is booked counts; what is pending may still be refused. */
function answersOfEntry(entry: Element): BankAnswer[] {
  const state = textAt(entry, 'Sts/Cd') ?? textAt(entry, 'Sts');
  if (state !== null && state !== 'BOOK') return [];
  const isDebit = textAt(entry, 'CdtDbtInd') === 'DBIT';
  const details = elementsAt(entry, 'NtryDtls/TxDtls');
  if (details.length === 0) return isDebit ? answersOfWholeFile(entry) : [];
  return details.flatMap((detail) => {
    const reference = textAt(detail, 'Refs/EndToEndId');
    if (reference === null) return [];
    const reason = textAt(detail, 'RtrInf/Rsn/Cd');
    const amount = centsOf(textAt(detail, 'Amt') ?? textAt(detail, 'AmtDtls/TxAmt/Amt') ?? amountAlone(entry, details));
    return [{ reference, says: isDebit ? ('booked' as const) : ('returned' as const), amount, reason }];
  });
}

function amountAlone(entry: Element, details: readonly Element[]): string | null {
  return details.length === 1 ? textAt(entry, 'Amt') : null;
}

/** Many banks book a file at once and name its message only. */
function answersOfWholeFile(entry: Element): BankAnswer[] {
  const references = elementsAt(entry, 'NtryDtls/Btch').map((batch) => textAt(batch, 'PmtInfId') ?? textAt(batch, 'MsgId'));
  return references
    .filter((reference) => reference !== null)
    .map((reference) => ({ reference, says: 'booked', amount: centsOf(textAt(entry, 'Amt')), reason: null }));
}

function answersOfStatus(report: Element): BankAnswer[] {
  const answers: BankAnswer[] = [];
  for (const group of elementsAt(report, 'OrgnlGrpInfAndSts')) {
    const reference = textAt(group, 'OrgnlMsgId');
    if (reference === null || textAt(group, 'GrpSts') !== 'RJCT') continue;
    answers.push({ reference, says: 'rejected', amount: null, reason: textAt(group, 'StsRsnInf/Rsn/Cd') });
  }
  for (const transfer of elementsAt(report, 'OrgnlPmtInfAndSts/TxInfAndSts')) {
    const reference = textAt(transfer, 'OrgnlEndToEndId');
    if (reference === null || textAt(transfer, 'TxSts') !== 'RJCT') continue;
    answers.push({ reference, says: 'rejected', amount: null, reason: textAt(transfer, 'StsRsnInf/Rsn/Cd') });
  }
  return answers;
}

/** `1481.48` as 148148; null for what is no amount with at most two decimals. */
function centsOf(text: string | null): bigint | null {
  const match = /^(\d{1,16})(?:\.(\d{1,2})0*)?$/.exec(text ?? '');
  if (match === null) return null;
  return BigInt(match[1] ?? '') * 100n + BigInt((match[2] ?? '').padEnd(2, '0'));
}
