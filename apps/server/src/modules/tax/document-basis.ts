import type { TaxDecision } from '@cordee/core/tax';
import type { Instant, LocalDate } from '@cordee/core/time';
import type { Sealer } from '../../platform/crypto/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { PersonalData } from './answers.ts';
import { decisionAnswer } from './answers.ts';
import type { TaxAddress } from './details.store.ts';
import { loadSetting, loadSituations } from './situation.ts';

/** What a document of a partner is made of, for a day of service. */
export interface DocumentBasis {
  readonly decision: TaxDecision;
  /** The decision with its sentences and the version of the table, to be kept with the document. */
  readonly told: ReturnType<typeof decisionAnswer>;
  readonly country: string | null;
  readonly legalName: string | null;
  readonly legalForm: string | null;
  readonly address: TaxAddress | null;
  readonly siren: string | null;
  readonly vatNumber: string | null;
  readonly localTaxId: string | null;
}

/** What documents of these partners for services of that day are made of, as it is known now. */
export async function documentBasesOn(
  tx: Tx,
  workspaceId: string,
  partnerIds: readonly string[],
  { on, now, sealer }: { readonly on: LocalDate; readonly now: Instant; readonly sealer: Sealer },
): Promise<ReadonlyMap<string, DocumentBasis>> {
  const setting = await loadSetting(tx, workspaceId, now);
  const situations = await loadSituations(tx, workspaceId, partnerIds, { setting, on, now });
  const of = new Map<string, DocumentBasis>();
  for (const [partnerId, situation] of situations) {
    const { details, decision } = situation;
    const sealed = details?.sealed ?? null;
    const personal = sealed === null ? null : (JSON.parse(sealer.open(sealed)) as PersonalData);
    of.set(partnerId, {
      decision,
      told: decisionAnswer(setting, situation),
      country: details?.country ?? null,
      legalName: details?.legalName ?? null,
      legalForm: details?.legalForm ?? null,
      address: details?.address ?? null,
      siren: details?.siren ?? null,
      vatNumber: details?.vatNumber ?? null,
      localTaxId: personal?.localTaxId ?? null,
    });
  }
  return of;
}
