import {
  charterFaults,
  charterKinds,
  charterParts,
  clauseKinds,
  versionStates,
  type CharterFaultCode,
} from '@cordee/core/charter';
import { sides } from '@cordee/core/partnership';
import { z } from 'zod';
import { sharedRead } from './access.ts';
import { charterClause, charterDocument } from './charter-document.ts';
import { localDate } from './charter-values.ts';
import { fileAnswer } from './file.ts';
import { dutyChanges } from './obligation.ts';
import { route } from './route.ts';
import { envelopeAnswer } from './signature.ts';
import { idOf, idText, instantText, ordinalText, pageOf, pageQuery } from './values.ts';

/** Charters as they are read: what both companies agree on, by version, and how they came to agree. */

const side = z.enum(sides);
export const charterStates = ['drafting', 'agreed', 'in_force', 'ended', 'dropped'] as const;

const versionSummary = z.object({
  number: z.int(),
  state: z.enum(versionStates).meta({
    description:
      '`own`: only its author sees it; `shared`: both change it by proposals; `approved`: by both, never changed again; `announced`: a replacement that holds unless the partner objects',
  }),
  mode: z.enum(['agree', 'replace']),
  by: side.meta({ description: 'Who began it' }),
  revision: z.int(),
  hash: z.string().meta({ description: 'SHA-256 of its canonical document' }),
  openedAt: instantText,
  approvedAt: instantText.nullable(),
  signedAt: instantText.nullable(),
  holdsFrom: localDate.nullable(),
  approvals: z.array(z.object({ side, at: instantText, by: z.string().nullable() })),
  signatures: z.array(
    z.object({
      side,
      signedOn: localDate,
      reference: z.string().nullable(),
      at: instantText,
      envelopeId: idText('env').nullable().meta({ description: 'Where it was signed; null for a copy signed elsewhere' }),
      files: z.array(fileAnswer).meta({ description: 'Copies signed elsewhere' }),
    }),
  ),
});

export const charterSummary = z.object({
  id: idText('chr'),
  partnerId: idText('prt'),
  partnerName: z.string(),
  kind: z.enum(charterKinds),
  state: z.enum(charterStates).meta({ description: '`in_force`: a version holds today, even while another is drafted' }),
  inForce: z.int().nullable().meta({ description: 'The version that holds today' }),
  draft: z.int().nullable().meta({ description: 'The version that is being written, approved or announced' }),
  openProposals: z.int(),
  openedAt: instantText,
  endsOn: localDate.nullable().meta({ description: 'The first day on which it holds no more' }),
});

export const charterProposal = z.object({
  number: z.int(),
  version: z.int(),
  side,
  by: z.string().nullable().meta({ description: 'Of the company: for the company only' }),
  at: instantText,
  change: z.object({
    part: z.enum(['clause', ...charterParts]),
    key: z.string().nullable().meta({ description: 'Of the clause' }),
    after: z.unknown().meta({ description: 'What would stand there; null: it goes' }),
  }),
  text: z.string().nullable(),
  state: z.enum(['open', 'accepted', 'refused', 'withdrawn']),
  stale: z.boolean().meta({ description: 'What it was about has changed since: withdraw it and propose again' }),
  reason: z.string().nullable(),
  differences: z.array(z.lazy(() => articleChange)).meta({ description: 'What it changes, in the language of the request' }),
});

const article = z.object({ id: z.string(), number: z.string(), heading: z.string(), text: z.string() });
export const articleChange = z.object({
  id: z.string(),
  kind: z.enum(['same', 'added', 'removed', 'changed']),
  before: article.nullable(),
  after: article.nullable(),
  runs: z.array(z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() })),
});

export const charterEntryKinds = [
  'began',
  'said',
  'edited',
  'shared',
  'proposed',
  'accepted',
  'refused',
  'withdrawn',
  'approved',
  'agreed',
  'announced',
  'objected',
  'sent_to_sign',
  'sign_refused',
  'sign_expired',
  'sign_cancelled',
  'signed',
  'in_force',
  'annex_waits',
  'amended',
  'dropped',
  'ended',
  'resumed',
] as const;

const faultCodes = Object.keys(charterFaults) as [CharterFaultCode, ...CharterFaultCode[]];

const charterVersion = versionSummary.extend({
  document: charterDocument,
  sections: z
    .array(z.object({ id: z.string(), letter: z.string().nullable(), heading: z.string(), articles: z.array(article) }))
    .meta({ description: 'The document in numbered articles, in the language of the request' }),
  faults: z.array(
    z.object({ code: z.enum(faultCodes), grade: z.enum(['error', 'warning']), path: z.string(), message: z.string() }),
  ),
  against: z.int().nullable().meta({ description: 'The version it is compared with' }),
  differences: z.array(articleChange),
  duties: z
    .array(
      z.object({
        article: z.string(),
        kind: z.string(),
        key: z.string(),
        change: z.enum(['added', 'removed', 'changed']),
      }),
    )
    .meta({ description: 'What falls due otherwise than by the version it is compared with' }),
  obligations: dutyChanges.nullable().meta({
    description: 'What it would change in the obligations from today on if it held; null for one that does, did or never will',
  }),
  divergences: z
    .array(
      z.object({
        key: z.string(),
        title: z.object({ fr: z.string(), en: z.string() }),
        changed: z.enum(['fr', 'en']),
        stayed: z.enum(['fr', 'en']),
        prevails: z.boolean(),
      }),
    )
    .meta({ description: 'Clauses of which one language was changed and the other was not' }),
  annexStanding: z
    .enum(['none', 'runs', 'other_version', 'other_plan', 'not_published'])
    .meta({ description: 'Whether the annex is the version that runs for the enrollment when it starts' }),
});
export type CharterVersionAnswer = z.input<typeof charterVersion>;

export const charterDetail = charterSummary.extend({
  versions: z.array(versionSummary),
  proposals: z.array(charterProposal),
  sendings: z
    .array(z.object({ version: z.int(), envelope: envelopeAnswer }))
    .meta({ description: 'Each time a version was sent to be signed, the latest first' }),
  entries: z.array(
    z.object({
      number: z.int(),
      at: instantText,
      kind: z.enum(charterEntryKinds),
      side,
      by: z.string().nullable(),
      version: z.int(),
      clause: z.string().nullable(),
      proposal: z.int().nullable(),
      text: z.string().nullable(),
    }),
  ),
});
export type CharterSummary = z.input<typeof charterSummary>;
export type CharterDetail = z.input<typeof charterDetail>;

const libraryAnswer = z.object({
  items: z.array(
    z.object({
      clause: charterClause,
      fits: z.array(z.enum(charterKinds)),
      own: z.boolean().meta({ description: 'Added by the company' }),
      version: z.int(),
    }),
  ),
  notice: z.string().meta({ description: 'What these clauses are, and are not' }),
});
export type CharterLibrary = z.input<typeof libraryAnswer>;

const listQuery = z.strictObject({ ...pageQuery, partnerId: idOf('prt').optional() });
export type ListCharters = z.output<typeof listQuery>;
const byId = z.strictObject({ id: idOf('chr') });
const byVersion = z.strictObject({ id: idOf('chr'), number: z.coerce.number().int().min(1).max(100_000).meta({ example: 1 }) });
const tag = 'charters';

export const charterRoutes = {
  listCharters: route({
    id: 'listCharters',
    method: 'GET',
    path: '/api/v1/charters',
    tag,
    summary: { en: 'List charters, newest first', fr: 'Lister les chartes, de la plus récente à la plus ancienne' },
    access: sharedRead,
    query: listQuery,
    status: 200,
    answer: pageOf(charterSummary),
    errors: [],
  }),
  getCharter: route({
    id: 'getCharter',
    method: 'GET',
    path: '/api/v1/charters/:id',
    tag,
    summary: { en: 'Read a charter with all that was said', fr: 'Lire une charte et tout ce qui a été dit' },
    access: sharedRead,
    params: byId,
    status: 200,
    answer: charterDetail,
    errors: ['not_found'],
  }),
  getCharterVersion: route({
    id: 'getCharterVersion',
    method: 'GET',
    path: '/api/v1/charters/:id/versions/:number',
    tag,
    summary: { en: 'Read a version, and what differs in it', fr: 'Lire une version et ce qui y diffère' },
    description: {
      en: 'Compared with the version that was signed before it, unless `against` names another: article by article, word by word, with what falls due otherwise. Not legal advice.',
      fr: 'Comparée à la version signée avant elle, sauf si `against` en désigne une autre : article par article, mot par mot, avec les échéances qui changent. Ceci n’est pas un conseil juridique.',
    },
    access: sharedRead,
    params: byVersion,
    query: z.strictObject({ against: ordinalText.optional() }),
    status: 200,
    answer: charterVersion,
    errors: ['not_found'],
  }),
  getCharterPaper: route({
    id: 'getCharterPaper',
    method: 'GET',
    path: '/api/v1/charters/:id/versions/:number/paper',
    tag,
    summary: { en: 'A version on paper (PDF), in both languages', fr: 'Une version sur papier (PDF), dans les deux langues' },
    description: {
      en: 'Once approved by both the same bytes are given out for ever: they are what is signed.',
      fr: 'Une fois approuvée par les deux, les mêmes octets sont remis pour toujours : ce sont eux que l’on signe.',
    },
    access: sharedRead,
    params: byVersion,
    status: 200,
    alsoAnswers: ['application/pdf'],
    errors: ['not_found'],
  }),
  listCharterClauses: route({
    id: 'listCharterClauses',
    method: 'GET',
    path: '/api/v1/charter-clauses',
    tag,
    summary: { en: 'The library of clauses', fr: 'La bibliothèque de clauses' },
    access: sharedRead,
    query: z.strictObject({ kind: z.enum(clauseKinds).optional() }),
    status: 200,
    answer: libraryAnswer,
    errors: [],
  }),
} as const;
