import { charterKinds } from '@cordee/core/charter';
import { z } from 'zod';
import { manage, manageOrOwn } from './access.ts';
import { charterChange } from './charter-document.ts';
import { charterDetail } from './charter.ts';
import { charterHash as hash, sendBody, signBody } from './charter-signing.ts';
import { charterKey, localDate } from './charter-values.ts';
import { text } from './contribution-body.ts';
import type { ErrorCode } from './errors.ts';
import type { Access } from './route.ts';
import { route } from './route.ts';
import { idOf, oneLine, ordinal } from './values.ts';

/** What is done with charters: drafting by both sides, agreeing, signing, changing, ending. */

const tag = 'charters';
const byId = z.strictObject({ id: idOf('chr') });
const byProposal = z.strictObject({ id: idOf('chr'), number: z.coerce.number().int().min(1).max(100_000).meta({ example: 1 }) });
export const beginCharterBody = z
  .strictObject({
    partnerId: idOf('prt'),
    kind: z.enum(charterKinds),
    prevailing: z.enum(['fr', 'en']),
    companyPerson: oneLine(300).meta({ description: 'Who answers for it at the company', example: 'Ana Martin' }),
    partnerPerson: oneLine(300).meta({ description: 'Who answers for it at the partner', example: 'Zoé Petit' }),
  })
  .meta({
    example: {
      partnerId: 'prt_01h45nvb5pextapf6f6a01aqw7',
      kind: 'introducer',
      prevailing: 'fr',
      companyPerson: 'Ana Martin',
      partnerPerson: 'Zoé Petit',
    },
  });
export type BeginCharter = z.output<typeof beginCharterBody>;

export const editCharterBody = z
  .strictObject({
    revision: ordinal.meta({ description: 'The revision that was read: refused when somebody has written since' }),
    changes: z.array(charterChange).min(1).max(50),
  })
  .meta({ example: { revision: 1, changes: [{ part: 'replaceDays', after: 60 }] } });
export type EditCharter = z.output<typeof editCharterBody>;

export const proposeBody = z
  .strictObject({ change: charterChange, text: text.optional() })
  .meta({ example: { change: { part: 'replaceDays', after: null }, text: 'We would rather agree on each change.' } });
export type ProposeChange = z.output<typeof proposeBody>;

export const decideBody = z
  .strictObject({ accept: z.boolean(), reason: text.optional() })
  .meta({ example: { accept: false, reason: 'Three months are too short for our customers.' } });
export const commentBody = z
  .strictObject({ text, clause: charterKey.optional(), proposal: ordinal.optional() })
  .meta({ example: { text: 'Could we say two months here?', clause: 'termination_notice' } });
export type CommentCharter = z.output<typeof commentBody>;

export const announceBody = z
  .strictObject({ revision: ordinal, holdsFrom: localDate })
  .meta({ example: { revision: 4, holdsFrom: '2027-03-01' } });
export const endBody = z
  .strictObject({ endsOn: localDate, reason: text })
  .meta({ example: { endsOn: '2027-04-01', reason: 'By notice of three months.' } });
export type EndCharter = z.output<typeof endBody>;

function step<Params extends z.ZodType, Body extends z.ZodType>(
  id: string,
  path: string,
  params: Params,
  body: Body,
  access: Access,
  summary: { readonly en: string; readonly fr: string },
  description: { readonly en: string; readonly fr: string },
  errors: readonly ErrorCode[] = [],
) {
  return route({
    id,
    method: 'POST',
    path: `/api/v1/charters${path}`,
    tag,
    summary,
    description,
    access,
    params,
    body,
    status: 200,
    answer: charterDetail,
    errors: ['not_found', 'conflict', 'idempotency_conflict', ...errors],
    idempotency: 'key',
  });
}

const empty = z.strictObject({}).meta({ example: {} });

export const charterActionRoutes = {
  beginCharter: route({
    id: 'beginCharter',
    method: 'POST',
    path: '/api/v1/charters',
    tag,
    summary: { en: 'Begin a charter with a partner', fr: 'Commencer une charte avec un partenaire' },
    description: {
      en: 'With the clauses usual for its kind, for both to change. The partner sees it once it is shared. These clauses are a starting point and no legal advice.',
      fr: 'Avec les clauses usuelles de son genre, que les deux peuvent modifier. Le partenaire la voit une fois partagée. Ces clauses sont un point de départ et non un conseil juridique.',
    },
    access: manage,
    body: beginCharterBody,
    status: 201,
    answer: charterDetail,
    errors: ['unknown_reference', 'already_exists', 'idempotency_conflict'],
    idempotency: 'key',
  }),
  editCharter: step(
    'editCharter',
    '/:id/changes',
    byId,
    editCharterBody,
    manageOrOwn,
    { en: 'Change a draft nobody else has seen', fr: 'Modifier un brouillon que personne d’autre n’a vu' },
    {
      en: 'Only by who began it and until it is shared; afterwards changes are proposed.',
      fr: 'Seulement par celui qui l’a commencé et tant qu’il n’est pas partagé ; ensuite les changements se proposent.',
    },
    ['unknown_reference'],
  ),
  shareCharter: step(
    'shareCharter',
    '/:id/sharing',
    byId,
    empty,
    manageOrOwn,
    { en: 'Share a draft with the other side', fr: 'Partager un brouillon avec l’autre partie' },
    { en: 'From then on both change it by proposals.', fr: 'Dès lors, les deux la modifient par propositions.' },
  ),
  proposeCharterChange: step(
    'proposeCharterChange',
    '/:id/proposals',
    byId,
    proposeBody,
    manageOrOwn,
    { en: 'Propose a change', fr: 'Proposer un changement' },
    {
      en: 'Of one clause or of one part. The other side accepts or refuses it.',
      fr: 'D’une clause ou d’une partie. L’autre partie l’accepte ou la refuse.',
    },
    ['unknown_reference'],
  ),
  decideCharterProposal: step(
    'decideCharterProposal',
    '/:id/proposals/:number/decision',
    byProposal,
    decideBody,
    manageOrOwn,
    { en: 'Accept or refuse a proposal', fr: 'Accepter ou refuser une proposition' },
    {
      en: 'By the other side. Accepted, the draft has a new revision and approvals of the former one count no more. A refusal needs a reason.',
      fr: 'Par l’autre partie. Acceptée, le brouillon a une nouvelle révision et les approbations de la précédente ne comptent plus. Un refus demande un motif.',
    },
  ),
  withdrawCharterProposal: step(
    'withdrawCharterProposal',
    '/:id/proposals/:number/withdrawal',
    byProposal,
    empty,
    manageOrOwn,
    { en: 'Withdraw one’s own proposal', fr: 'Retirer sa proposition' },
    { en: 'While it is open.', fr: 'Tant qu’elle est ouverte.' },
  ),
  commentCharter: step(
    'commentCharter',
    '/:id/comments',
    byId,
    commentBody,
    manageOrOwn,
    { en: 'Comment on a charter, a clause or a proposal', fr: 'Commenter une charte, une clause ou une proposition' },
    { en: 'Both sides read it; it is never changed.', fr: 'Les deux parties le lisent ; il n’est jamais modifié.' },
  ),
  approveCharter: step(
    'approveCharter',
    '/:id/approval',
    byId,
    z.strictObject({ hash }).meta({ example: { hash: 'a'.repeat(64) } }),
    manageOrOwn,
    { en: 'Approve a draft as it was read', fr: 'Approuver un brouillon tel qu’il a été lu' },
    {
      en: 'Once both sides have approved the same hash it is never changed again. Refused while it has faults or open proposals, and when the annex is not the version of the plan that runs.',
      fr: 'Dès que les deux parties ont approuvé la même empreinte, il n’est plus jamais modifié. Refusé tant qu’il a des défauts ou des propositions ouvertes, et si l’annexe n’est pas la version du barème qui s’applique.',
    },
  ),
  sendCharter: step(
    'sendCharter',
    '/:id/sending',
    byId,
    sendBody,
    manage,
    { en: 'Send an approved version to be signed', fr: 'Envoyer à la signature une version approuvée' },
    {
      en: 'By simple electronic signature, at least one person a side. The paper both approved is what is signed, byte for byte. When all have signed, the charter holds from its first day; refused, expired or cancelled, it stands as before with the reason, and can be sent again.',
      fr: 'Par signature électronique simple, au moins une personne par partie. C’est le document approuvé par les deux qui est signé, octet pour octet. Quand tous ont signé, la charte vaut dès son premier jour ; refusée, expirée ou annulée, elle reste en l’état avec le motif, et peut être renvoyée.',
    },
    ['envelope_step_refused'],
  ),
  signCharter: step(
    'signCharter',
    '/:id/signature',
    byId,
    signBody,
    manageOrOwn,
    { en: 'Say that one’s side has signed', fr: 'Dire que sa partie a signé' },
    {
      en: 'For copies signed elsewhere, on paper or by another service: each side says it for itself, with the copy as a file if it has one. With both, the charter holds from its first day. Not while it is out to be signed here.',
      fr: 'Pour des exemplaires signés ailleurs, sur papier ou par un autre service : chaque partie le dit pour elle-même, en joignant l’exemplaire si elle l’a. Avec les deux, la charte vaut dès son premier jour. Pas tant qu’elle est à la signature ici.',
    },
  ),
  amendCharter: step(
    'amendCharter',
    '/:id/amendment',
    byId,
    empty,
    manageOrOwn,
    { en: 'Draft a new version', fr: 'Préparer une nouvelle version' },
    {
      en: 'Begins with the version in force, which goes on until another holds.',
      fr: 'Part de la version en vigueur, qui continue jusqu’à ce qu’une autre la remplace.',
    },
  ),
  announceCharter: step(
    'announceCharter',
    '/:id/announcement',
    byId,
    announceBody,
    manage,
    { en: 'Announce a replacement', fr: 'Annoncer un remplacement' },
    {
      en: 'Where the version in force allows it: it holds from the day given, not before its notice, unless the partner objects until then.',
      fr: 'Si la version en vigueur le permet : il vaut à la date donnée, pas avant le préavis, sauf opposition du partenaire d’ici là.',
    },
  ),
  objectToCharter: step(
    'objectToCharter',
    '/:id/objection',
    byId,
    z.strictObject({ reason: text }).meta({ example: { reason: 'We do not accept the shorter notice.' } }),
    manageOrOwn,
    { en: 'Object to an announced replacement', fr: 'S’opposer à un remplacement annoncé' },
    {
      en: 'By the partner, before its first day; it then never holds. The company may take its own announcement back in the same way.',
      fr: 'Par le partenaire, avant son premier jour ; il ne vaudra alors jamais. L’entreprise peut retirer sa propre annonce de la même façon.',
    },
  ),
  dropCharterDraft: step(
    'dropCharterDraft',
    '/:id/dropping',
    byId,
    empty,
    manageOrOwn,
    { en: 'Give up a draft', fr: 'Abandonner un brouillon' },
    {
      en: 'By who began it, or by either side once it is shared. What was said stays.',
      fr: 'Par celui qui l’a commencé, ou par l’une des parties une fois partagé. Ce qui a été dit reste.',
    },
  ),
  endCharter: step(
    'endCharter',
    '/:id/end',
    byId,
    endBody,
    manageOrOwn,
    { en: 'Say when a charter ends', fr: 'Dire quand une charte prend fin' },
    {
      en: 'By either side, with the reason; whether the notice is long enough is for both to check. Can be moved to a later day.',
      fr: 'Par l’une des parties, avec le motif ; il appartient aux deux de vérifier que le préavis suffit. Peut être reporté.',
    },
  ),
} as const;
