import type { ApplicationDecided, DecideApplication } from '@cordee/contract/application';
import { decodeId, encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import { withWorkspace, type Tx } from '../../../platform/db/index.ts';
import { joinedTo } from '../../../platform/joined-to.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { write } from '../../../platform/verb.ts';
import { createPartner, findPartner } from '../../partner/index.ts';
import { enroll } from '../../program/index.ts';
import type { ApplicantInvitation, QualificationParts } from '../parts.ts';
import { applicationToDetail } from '../application-answer.ts';
import { lockApplication, setOutcome, type ApplicationRecord } from '../application.store.ts';
import { mustManageQualification } from '../qualification.policy.ts';
import { mustFindApplication } from '../queries/read-applications.ts';
import { countFor } from '../queries/read-forms.ts';
import { answered, unconfirmed, unknownPartner } from '../refusals.ts';

const states = { accepted: 'accepted', refused: 'refused', more_questions: 'asked' } as const;

/**
 * Answers an application, in one transaction with the partner and the enrollment an acceptance makes, and the invitation of who
 * applied to the portal: unless `invite` says otherwise, for a new partner only. After a question the company may still accept or refuse. Refuses `not_found`, `conflict`, and what making the partner or enrolling it refuses.
 */
export function decideApplication(
  context: Context,
  parts: Pick<QualificationParts, 'invite'>,
  id: string,
  decision: DecideApplication,
): Promise<ApplicationDecided> {
  mustManageQualification(context.actor);
  return write(context, async (tx) => {
    const { workspaceId } = context;
    if (!(await lockApplication(tx, workspaceId, id))) throw new Refusal('not_found');
    const before = await mustFindApplication(tx, workspaceId, id);
    if (before.state === 'unconfirmed') throw unconfirmed;
    if (before.state !== 'waiting' && before.state !== 'asked') throw answered;
    const { kind, reason } = decision;
    const at = context.now();
    const { invitation, ...made } =
      kind === 'accepted' ? await welcome(joinedTo(tx, context), tx, parts, before, decision) : nothingMade;
    await setOutcome(tx, workspaceId, id, { state: states[kind], reason, at, ...made });
    if (kind !== 'more_questions') await countFor(tx, { workspaceId, formId: before.formId, step: kind, at });
    const after = {
      programId: encodeId('prg', before.programId),
      state: states[kind],
      partnerId: made.partnerId === null ? null : encodeId('prt', made.partnerId),
      invited: wayIn(invitation),
    };
    const detail = await applicationToDetail(tx, workspaceId, await mustFindApplication(tx, workspaceId, id));
    return {
      result: { ...detail, invitation },
      // Whoever holds the link chooses the password: it is told once.
      repeated: { ...detail, invitation: invitation === null ? null : { ...invitation, link: null } },
      audit: { action: 'application.decided', subject: encodeId('app', id), before: { state: before.state }, after },
    };
  });
}

/** How who applied comes in: by the link of an invitation, with the account they have, or not yet. */
function wayIn(invitation: ApplicantInvitation | null): 'link' | 'account' | null {
  if (invitation === null) return null;
  return invitation.link === null ? 'account' : 'link';
}

interface Welcomed {
  readonly partnerId: string | null;
  readonly enrollmentId: string | null;
  readonly invitation: ApplicantInvitation | null;
}

const nothingMade: Welcomed = { partnerId: null, enrollmentId: null, invitation: null };

/** The partner, if it is not one already, its enrollment, and a way in for who applied. */
async function welcome(
  joined: Context,
  tx: Tx,
  { invite }: Pick<QualificationParts, 'invite'>,
  application: ApplicationRecord,
  decision: DecideApplication,
): Promise<Welcomed> {
  const { workspaceId } = joined;
  const known = decision.partnerId;
  if (known !== undefined && (await findPartner(tx, workspaceId, known)) === null) throw unknownPartner();
  const partnerId = known ?? (await makePartner(joined, application, decision));
  const enrollment = await enroll(joined, { programId: application.programId, partnerId, state: 'active' });
  const { email, contact: name } = application;
  const invitation = (decision.invite ?? known === undefined) ? await invite(joined, partnerId, { email, name }) : null;
  await withWorkspace(tx, workspaceId);
  return { partnerId, enrollmentId: uuidOf('enr', enrollment.id), invitation };
}

async function makePartner(
  joined: Context,
  { name, email, country, language, document, id }: ApplicationRecord,
  { partnerKind }: DecideApplication,
): Promise<string> {
  const partner = await createPartner(joined, {
    name,
    kind: partnerKind ?? document.kind,
    email,
    language,
    ...(country === null ? {} : { country }),
    stage: 'onboarding',
    attributes: { application: encodeId('app', id) },
  });
  return uuidOf('prt', partner.id);
}

function uuidOf(prefix: 'prt' | 'enr', text: string): string {
  const id = decodeId(prefix, text);
  if (id === null) throw new Error(`not an id of ${prefix}: ${text}`);
  return id;
}
