import { type CompanyIdentity, partyDetails, recordKnownOn, recordOn } from '@cordee/core/company';
import type { Instant, LocalDate } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';
import { loadPlace, selectRecords } from './company.store.ts';

/** Who the company is on a day; null before anybody said so. */
export async function companyOn(tx: Tx, workspaceId: string, day: LocalDate): Promise<CompanyIdentity | null> {
  return recordOn(await selectRecords(tx, workspaceId), day)?.identity ?? null;
}

/** The same by what had been written at an instant: for texts about files of then. */
export async function companyKnownOn(tx: Tx, workspaceId: string, day: LocalDate, at: Instant): Promise<CompanyIdentity | null> {
  return recordKnownOn(await selectRecords(tx, workspaceId), day, at)?.identity ?? null;
}

/** The legal name on a day; the name of the workspace while that is all there is. */
export async function companyNameOn(tx: Tx, workspaceId: string, day: LocalDate): Promise<string> {
  return (await companyPartyOn(tx, workspaceId, day)).name;
}

/** The company as a party of an agreement: its name, and what stands behind it. */
export async function companyPartyOn(
  tx: Tx,
  workspaceId: string,
  day: LocalDate,
): Promise<{ readonly name: string; readonly details: string }> {
  const identity = await companyOn(tx, workspaceId, day);
  if (identity !== null) return { name: identity.legalName, details: partyDetails(identity) };
  return { name: (await loadPlace(tx, workspaceId)).name, details: '' };
}
