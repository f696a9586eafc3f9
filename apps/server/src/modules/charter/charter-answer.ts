import type { CharterDetail } from '@cordee/contract/charter';
import type { FileAnswer } from '@cordee/contract/file';
import { applyChange, compareCharters, stillStands } from '@cordee/core/charter';
import type { Language } from '@cordee/contract/language';
import { encodeId } from '@cordee/core/ids';
import { formatInstant, type Instant } from '@cordee/core/time';
import type { Wire } from '../../platform/http/index.ts';
import type { ApprovalRecord, EntryRecord, ProposalRecord, SignatureRecord, VersionRecord } from './charter.store.ts';

type Told = Wire<CharterDetail>;

/** A version without its document; an approval counts while the version has the hash that was approved. */
export function versionToSummary(
  version: VersionRecord,
  approvals: readonly (ApprovalRecord & { readonly by: string | null })[],
  signatures: readonly (SignatureRecord & { readonly files: FileAnswer[] })[],
): Told['versions'][number] {
  const { number, state, mode, side, revision, hash, openedAt, approvedAt, signedAt, holdsFrom } = version;
  return {
    number,
    state,
    mode,
    by: side,
    revision,
    hash,
    openedAt: formatInstant(openedAt),
    approvedAt: instantOrNull(approvedAt),
    signedAt: instantOrNull(signedAt),
    holdsFrom,
    approvals: approvals
      .filter((approval) => approval.version === number && approval.hash === hash)
      .map((approval) => ({ side: approval.side, at: formatInstant(approval.at), by: approval.by })),
    signatures: signatures
      .filter((signature) => signature.version === number)
      .map(({ side: signer, signedOn, reference, at, envelopeId, files }) => {
        const envelope = envelopeId === null ? null : encodeId('env', envelopeId);
        return { side: signer, signedOn, reference, at: formatInstant(at), envelopeId: envelope, files };
      }),
  };
}

/** A proposal with what it changes; of one that is decided the difference is told as it was then. */
export function proposalToContract(
  proposal: ProposalRecord,
  version: VersionRecord | undefined,
  by: string | null,
  language: Language,
): Told['proposals'][number] {
  const { number, side, at, change, text, state, reason, before } = proposal;
  const isStale = state === 'open' && version !== undefined && !stillStands(version.document, change, before);
  return {
    number,
    version: proposal.version,
    side,
    by,
    at: formatInstant(at),
    change: { part: change.part, key: change.part === 'clause' ? change.key : null, after: change.after },
    text,
    state,
    stale: isStale,
    reason,
    differences: version === undefined ? [] : differencesOf(proposal, version, language),
  };
}

function differencesOf({ change, before }: ProposalRecord, { document }: VersionRecord, language: Language) {
  const former =
    change.part === 'clause'
      ? applyChange(document, { part: 'clause', key: change.key, after: before as never })
      : applyChange(document, { part: change.part, after: before } as typeof change);
  return compareCharters(former, applyChange(former, change), language);
}

/** A line of the history. */
export function entryToContract(entry: EntryRecord, by: string | null): Told['entries'][number] {
  const { number, at, kind, side, version, clause, proposal, text } = entry;
  return { number, at: formatInstant(at), kind, side, by, version, clause, proposal, text };
}

function instantOrNull(at: Instant | null): string | null {
  return at === null ? null : formatInstant(at);
}
