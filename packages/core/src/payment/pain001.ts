import { formatInstant } from '../time/index.ts';
import type { BankAccount, CreditTransfer, PostalAddress, TransferOrder } from './credit-transfer.ts';

/** Version 09 is what banks ask for since November 2026; 03 for those who have not come so far. */
export type PainVersion = '09' | '03';

/**
 * An order as ISO 20022 pain.001.001.09 or .03, in pieces that put together are the file: one for the head, one a transfer, one for
 * the end, so that a file of any length needs no memory. The same order gives the same bytes. The order must be free of faults
 * (`orderFaults`): nothing is checked or spelled here beyond what XML needs.
 */
export function* pain001(order: TransferOrder, version: PainVersion = '09'): Generator<string> {
  yield headOf(order, version);
  for (const transfer of order.transfers) yield transferOf(transfer, version);
  yield '    </PmtInf>\n  </CstmrCdtTrfInitn>\n</Document>\n';
}

function headOf(order: TransferOrder, version: PainVersion): string {
  const { messageId, from } = order;
  const totals = `<NbOfTxs>${order.count}</NbOfTxs><CtrlSum>${euros(order.sum)}</CtrlSum>`;
  const day = version === '09' ? `<Dt>${order.executionDate}</Dt>` : order.executionDate;
  const created = formatInstant(order.createdAt).replace(/\.\d+Z$/, 'Z');
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n` +
    `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.${version}">\n` +
    `  <CstmrCdtTrfInitn>\n` +
    `    <GrpHdr><MsgId>${xml(messageId)}</MsgId><CreDtTm>${created}</CreDtTm>${totals}` +
    `<InitgPty><Nm>${xml(from.holder)}</Nm></InitgPty></GrpHdr>\n` +
    `    <PmtInf>\n` +
    `      <PmtInfId>${xml(messageId)}</PmtInfId><PmtMtd>TRF</PmtMtd><BtchBookg>true</BtchBookg>${totals}\n` +
    `      <PmtTpInf><SvcLvl><Cd>SEPA</Cd></SvcLvl></PmtTpInf>\n` +
    `      <ReqdExctnDt>${day}</ReqdExctnDt>\n` +
    `      ${partyOf('Dbtr', from)}\n` +
    `      <DbtrAcct><Id><IBAN>${from.iban}</IBAN></Id><Ccy>EUR</Ccy></DbtrAcct>\n` +
    `      <DbtrAgt><FinInstnId>${agentOf(from.bic, version)}</FinInstnId></DbtrAgt>\n` +
    `      <ChrgBr>SLEV</ChrgBr>\n`
  );
}

function transferOf({ endToEndId, amount, to, remittance }: CreditTransfer, version: PainVersion): string {
  const agent = to.bic === null ? '' : `<CdtrAgt><FinInstnId>${agentOf(to.bic, version)}</FinInstnId></CdtrAgt>`;
  return (
    `      <CdtTrfTxInf><PmtId><EndToEndId>${xml(endToEndId)}</EndToEndId></PmtId>` +
    `<Amt><InstdAmt Ccy="EUR">${euros(amount)}</InstdAmt></Amt>${agent}${partyOf('Cdtr', to)}` +
    `<CdtrAcct><Id><IBAN>${to.iban}</IBAN></Id></CdtrAcct>` +
    `<RmtInf><Ustrd>${xml(remittance)}</Ustrd></RmtInf></CdtTrfTxInf>\n`
  );
}

function partyOf(element: 'Dbtr' | 'Cdtr', { holder, address }: BankAccount): string {
  return `<${element}><Nm>${xml(holder)}</Nm>${address === null ? '' : addressOf(address)}</${element}>`;
}

// In the order of the schema.
function addressOf({ street, postCode, town, country }: PostalAddress): string {
  const lines = [
    street === undefined ? '' : `<StrtNm>${xml(street)}</StrtNm>`,
    postCode === undefined ? '' : `<PstCd>${xml(postCode)}</PstCd>`,
    `<TwnNm>${xml(town)}</TwnNm><Ctry>${country}</Ctry>`,
  ];
  return `<PstlAdr>${lines.join('')}</PstlAdr>`;
}

function agentOf(bic: string | null, version: PainVersion): string {
  if (bic === null) return '<Othr><Id>NOTPROVIDED</Id></Othr>';
  return version === '09' ? `<BICFI>${bic}</BICFI>` : `<BIC>${bic}</BIC>`;
}

/** Cents as the file writes them: a point and two digits, exactly. */
function euros(cents: bigint): string {
  const digits = String(cents).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

const NEEDS_ENTITY = /[&<>"']/;

function xml(text: string): string {
  if (!NEEDS_ENTITY.test(text)) return text;
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
