import type { CharterDetail, CharterVersionAnswer } from '@cordee/contract/charter';
import { compareCharters, divergences, faultsOf, renderCharter } from '@cordee/core/charter';
import { localDateOf } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { ownPartner } from '../../../platform/own-partner.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { read } from '../../../platform/verb.ts';
import { workspaceKeys } from '../../fact/index.ts';
import { changesToContract } from '../../obligation/index.ts';
import { annexStanding } from '../annex.ts';
import { versionToSummary } from '../charter-answer.ts';
import { findPaper, selectApprovals, type VersionRecord } from '../charter.store.ts';
import { previewVersion } from '../charter-duties.ts';
import { compareTerms } from '../compare-terms.ts';
import { charterPaper } from '../paper/charter-paper.ts';
import { detailOf, mustFind } from '../read-charter.ts';
import { signaturesWithCopies } from '../signing.ts';

/** A charter with its versions and all that was said; a partner finds its own. Refuses `not_found`. */
export function getCharter(context: Context, id: string): Promise<Wire<CharterDetail>> {
  const own = ownPartner(context.actor);
  return read(context, (tx) => detailOf(tx, context, id, own));
}

/** A version with its text, its faults and what differs in it from the one signed before, or from another. Refuses `not_found`. */
export async function getCharterVersion(
  context: Context,
  id: string,
  number: number,
  against: number | undefined,
): Promise<Wire<CharterVersionAnswer>> {
  const { workspaceId, language, db } = context;
  const { zone } = await workspaceKeys(db, workspaceId);
  return read(context, async (tx) => {
    const { charter, version, versions } = await mustFindVersion(tx, context, id, number);
    const base = baseOf(versions, number, against);
    const { document } = version;
    const approvals = (await selectApprovals(tx, workspaceId, id)).map((approval) => ({ ...approval, by: null }));
    const today = localDateOf(context.now(), zone);
    const obligations = await previewVersion(tx, context, charter, version);
    return {
      ...versionToSummary(version, approvals, await signaturesWithCopies(tx, workspaceId, id)),
      document,
      sections: renderCharter(document, language).map(({ articles, ...section }) => ({ ...section, articles: [...articles] })),
      faults: faultsOf(document).map(({ message, ...fault }) => ({ ...fault, message: message[language] })),
      against: base?.number ?? null,
      differences: base === undefined ? [] : compareCharters(base.document, document, language),
      duties: base === undefined ? [] : compareTerms(base.document, document),
      obligations: obligations === null ? null : changesToContract(obligations, language),
      divergences: base === undefined ? [] : divergences(base.document, document),
      annexStanding: await annexStanding(tx, workspaceId, document, { charter, today, zone }),
    };
  });
}

/** A version on paper: the bytes both approved, or a draft as it stands. Refuses `not_found`. */
export async function getCharterPaper(
  context: Context,
  id: string,
  number: number,
): Promise<{ readonly fileName: string; readonly bytes: Buffer }> {
  const { version, kept } = await read(context, async (tx) => ({
    ...(await mustFindVersion(tx, context, id, number)),
    kept: await findPaper(tx, context.workspaceId, id, number),
  }));
  const name = context.language === 'fr' ? 'charte' : 'charter';
  return { fileName: `${name}-v${number}.pdf`, bytes: kept ?? (await charterPaper(version)) };
}

async function mustFindVersion(tx: Tx, { workspaceId, actor }: Context, id: string, number: number) {
  const { charter, versions } = await mustFind(tx, workspaceId, id, ownPartner(actor));
  const version = versions.find((one) => one.number === number);
  if (version === undefined) throw new Refusal('not_found');
  return { charter, version, versions };
}

function baseOf(versions: readonly VersionRecord[], number: number, against: number | undefined): VersionRecord | undefined {
  if (against !== undefined) {
    const asked = versions.find((one) => one.number === against);
    if (asked === undefined) throw new Refusal('not_found');
    return asked;
  }
  return versions.findLast((one) => one.number < number && (one.state === 'signed' || one.state === 'announced'));
}
