import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Charter, Clause, Version, VersionSummary } from './charter.queries.ts';

type Words<Key extends string> = Readonly<Record<Key, MessageDescriptor>>;

export const stateWords: Words<Charter['state']> = {
  drafting: msg`Being drafted`,
  agreed: msg`Agreed on, to be signed`,
  in_force: msg`In force`,
  ended: msg`Ended`,
  dropped: msg`Given up for good`,
};

export const stateTones: Readonly<Record<Charter['state'], 'good' | 'wait' | 'bad' | 'calm'>> = {
  drafting: 'wait',
  agreed: 'wait',
  in_force: 'good',
  ended: 'calm',
  dropped: 'calm',
};

export const versionWords: Words<VersionSummary['state']> = {
  own: msg`Draft, not shared yet`,
  shared: msg`Draft, shared with both sides`,
  approved: msg`Approved by both sides`,
  announced: msg`Announced, not in force yet`,
  signed: msg`Signed`,
  dropped: msg`Given up for good`,
};

export const kindWords: Words<Charter['kind']> = {
  affiliate: msg`Affiliate`,
  introducer: msg`Introducer`,
  reseller: msg`Reseller`,
  supplier: msg`Supplier`,
  subcontractor: msg`Subcontractor`,
  client: msg`Client`,
};

export const sideWords: Words<'company' | 'partner'> = { company: msg`Company`, partner: msg`Partner` };

export const languageWords: Words<'fr' | 'en'> = { fr: msg`French`, en: msg`English` };

export const entryWords: Words<Charter['entries'][number]['kind']> = {
  began: msg`Begun`,
  said: msg`Comment`,
  edited: msg`Changed`,
  shared: msg`Shared with the other side`,
  proposed: msg`Change proposed`,
  accepted: msg`Proposal accepted`,
  refused: msg`Proposal refused`,
  withdrawn: msg`Proposal withdrawn`,
  approved: msg`Approved by one side`,
  agreed: msg`Approved by both sides`,
  announced: msg`Replacement announced`,
  objected: msg`Objection`,
  sent_to_sign: msg`Sent to be signed`,
  sign_refused: msg`Signature refused`,
  sign_expired: msg`Time to sign over`,
  sign_cancelled: msg`Sending cancelled`,
  annex_waits: msg`The annexed plan could not be taken by the enrollment: set it by hand`,
  signed: msg`Signed by one side`,
  in_force: msg`Signed by both sides`,
  amended: msg`New version begun`,
  dropped: msg`Draft given up`,
  ended: msg`End announced`,
  resumed: msg`The end was taken back`,
};

export const changeWords: Words<'same' | 'added' | 'removed' | 'changed'> = {
  same: msg`Unchanged`,
  added: msg`New`,
  removed: msg`No longer`,
  changed: msg`Different`,
};

export const annexWords: Words<Exclude<Version['annexStanding'], 'none' | 'runs'>> = {
  other_plan: msg`The enrollment has another plan now and takes the annexed one when the charter is signed.`,
  other_version: msg`The remuneration annexed is not the version of the plan that will run on the first day: take in that one.`,
  not_published: msg`The remuneration annexed is no published version of the plan: take in one that is.`,
};

export const dutyWords: Words<'added' | 'removed' | 'changed'> = {
  added: msg`comes due from now on`,
  removed: msg`no longer comes due`,
  changed: msg`comes due otherwise`,
};

/** Parts that have an editor of their own, and others a fault can be in. */
export const partWords: Words<
  | 'parties'
  | 'people'
  | 'clauses'
  | 'roles'
  | 'absences'
  | 'channels'
  | 'meetings'
  | 'objectives'
  | 'annex'
  | 'exit'
  | 'escalation'
  | 'mediation'
> = {
  parties: msg`Parties`,
  people: msg`People`,
  clauses: msg`Clauses`,
  roles: msg`Roles`,
  absences: msg`Absences`,
  channels: msg`Channels`,
  meetings: msg`Meetings`,
  objectives: msg`Objectives`,
  annex: msg`Remuneration`,
  exit: msg`Exit plan`,
  escalation: msg`Escalation`,
  mediation: msg`Mediation`,
};

export const editorWords = {
  people: msg`People`,
  roles: msg`Roles and absences`,
  channels: msg`Channels and meetings`,
  objectives: msg`Objectives and indicators`,
  exit: msg`Exit plan`,
  escalation: msg`Escalation and mediation`,
} as const;
export type EditedPart = keyof typeof editorWords;

export const cadenceWords: Words<Version['document']['meetings'][number]['cadence']> = {
  weekly: msg`Every week`,
  fortnightly: msg`Every two weeks`,
  monthly: msg`Every month`,
  quarterly: msg`Every quarter`,
  half_yearly: msg`Every six months`,
  yearly: msg`Every year`,
};

export const tieWords: Words<NonNullable<Version['document']['roles'][number]['tieRule']>> = {
  company_decides: msg`The one of the company decides`,
  partner_decides: msg`The one of the partner decides`,
  sponsors_decide: msg`Those who sign decide`,
  escalate: msg`It goes up the steps`,
};

export const costWords: Words<NonNullable<Version['document']['mediation']>['costs']> = {
  equal: msg`In equal parts`,
  asking_side: msg`By the side that asks for it`,
  company: msg`By the company`,
  partner: msg`By the partner`,
};

export const clauseKindWords: Words<Clause['kind']> = {
  parties: msg`Parties`,
  recitals: msg`Recitals`,
  definitions: msg`Definitions`,
  object: msg({ message: 'Object', context: 'clause' }),
  independence: msg`Independence`,
  exclusivity: msg`Exclusivity`,
  roles: msg`Roles`,
  governance: msg`Governance`,
  objectives: msg`Objectives`,
  remuneration: msg`Remuneration`,
  invoicing: msg`Invoicing`,
  payment: msg`Payment`,
  lead_registration: msg`Registration of leads`,
  training: msg`Training`,
  quality: msg`Quality`,
  intellectual_property: msg`Intellectual property`,
  confidentiality: msg`Confidentiality`,
  personal_data: msg`Personal data`,
  non_solicitation: msg`Non-solicitation`,
  non_compete: msg`Non-compete`,
  compliance: msg`Compliance`,
  liability: msg`Liability`,
  duration: msg`Duration`,
  review: msg`Review`,
  amendment: msg`Amendments`,
  termination: msg`Termination`,
  change_of_control: msg`Change of control`,
  exit: msg`Exit`,
  hardship: msg`Hardship`,
  force_majeure: msg`Force majeure`,
  escalation: msg`Escalation`,
  mediation: msg`Mediation`,
  applicable_law: msg`Applicable law`,
  language: msg`Language`,
  signature: msg`Signature`,
  other: msg`Other`,
};
