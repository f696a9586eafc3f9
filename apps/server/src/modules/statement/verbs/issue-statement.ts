import { encodeId } from '@cordee/core/ids';
import { hash } from 'node:crypto';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { ownPartner } from '../../../platform/own-partner.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { read, write } from '../../../platform/verb.ts';
import { statementNumber } from '../closed-statement-answer.ts';
import { findDocument, type IssuedDocument, keepDocument } from '../document.store.ts';
import { drawStatement } from '../paper/draw-statement.ts';
import { paperWords } from '../paper/paper-words.ts';
import { loadClosedStatement } from '../queries/load-closed-statement.ts';
import type { StatementParts } from '../statement-parts.ts';
import { mustReadStatements } from '../statement.policy.ts';
import { selectStatements, type StatementRecord } from '../statement.store.ts';
import { type Sealed, sealNoting } from './seal-document.ts';

/** Some hundreds of pages. */
const mostOnPaper = 20_000;

export interface StatementFile {
  readonly fileName: string;
  readonly bytes: Buffer;
}

/**
 * The statement as PDF in the language of the reader, sealed. It is made when somebody first asks for it and kept: everybody is given the same
 * bytes from then on. Refuses `not_found`, `period_too_long` for what no paper holds, and
 * `seal_away`.
 */
export async function issueStatement(context: Context, parts: StatementParts, id: string): Promise<StatementFile> {
  mustReadStatements(context.actor);
  const { workspaceId, language } = context;
  const { record, known } = await read(context, async (tx) => ({
    record: await mustFind(tx, context, id),
    known: await findDocument(tx, workspaceId, id, language),
  }));
  const fileName = `${language === 'fr' ? 'releve' : 'statement'}-${statementNumber(record)}.pdf`;
  if (known !== null) return { fileName, bytes: known.bytes };
  const drawn = await drawStatement(await loadClosedStatement(context, id, mostOnPaper), language);
  const reason = paperWords[language].title(statementNumber(record));
  const sealed = await sealNoting(context, parts, drawn, reason);
  return { fileName, bytes: (await keep(context, record, sealed)).bytes };
}

function keep(context: Context, record: StatementRecord, { bytes, sealedBy }: Sealed): Promise<IssuedDocument> {
  const { workspaceId, language } = context;
  return write(context, async (tx) => {
    const made = { bytes, sha256: hash('sha256', bytes, 'hex') };
    const isFirst = await keepDocument(tx, workspaceId, {
      ...made,
      statementId: record.id,
      language,
      issuedAt: context.now(),
      sealedBy,
    });
    const result = isFirst ? made : ((await findDocument(tx, workspaceId, record.id, language)) ?? made);
    const after = { number: statementNumber(record), language, sha256: result.sha256 };
    return { result, audit: isFirst ? { action: 'statement.issued', subject: encodeId('stm', record.id), after } : null };
  });
}

async function mustFind(tx: Tx, { workspaceId, actor }: Context, id: string): Promise<StatementRecord> {
  const [record] = await selectStatements(tx, workspaceId, { id, partnerId: ownPartner(actor), limit: 1 });
  if (record === undefined) throw new Refusal('not_found');
  return record;
}
