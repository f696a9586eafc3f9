import { pauseReasons } from '@cordee/core/escalation';
import { owners, proofKinds } from '@cordee/core/obligation';
import { z } from 'zod';
import { localDate, prose } from './charter-values.ts';
import { evidenceLinks } from './claim-body.ts';
import { text } from './contribution-body.ts';
import { fileIds } from './file.ts';
import { civilDay, inBothLanguages } from './obligation-terms.ts';
import { idOf, oneLine } from './values.ts';

/** What is written when two sides disagree. */

export const disputeSubjects = ['commission', 'statement', 'invoice', 'obligation', 'clause', 'claim', 'other'] as const;
export type DisputeSubject = (typeof disputeSubjects)[number];
export const disputeOutcomes = ['granted', 'partly_granted', 'rejected', 'compromise'] as const;

const subjectId = z
  .string()
  .regex(/^(?:com|stm|inv|obl|chr|clm)_[0-9a-z]{26}$/)
  .nullable()
  .default(null)
  .meta({
    description: 'The commission, statement, invoice, obligation, charter (of a clause) or claim; none for `other`',
    example: 'obl_01h45nvb5pextapf6f6a01aqw7',
  });

export const openDisputeBody = z
  .strictObject({
    partnerId: idOf('prt'),
    subject: z.enum(disputeSubjects),
    subjectId,
    clause: z
      .string()
      .regex(/^[a-z0-9][a-z0-9_]{0,63}$/)
      .nullable()
      .default(null)
      .meta({ description: 'Key of the clause in the charter in force, where it is about one', example: null }),
    title: oneLine(200).meta({ example: 'Commission of November on the Refuge du Lac' }),
    asks: text.meta({
      description: 'What it is about and what is asked, for the other side; never changed afterwards',
      example: 'The renewal was ours: we ask for its commission.',
    }),
    links: evidenceLinks,
    files: fileIds,
  })
  .meta({
    example: {
      partnerId: 'prt_01h45nvb5pextapf6f6a01aqw7',
      subject: 'other',
      title: 'Commission of November on the Refuge du Lac',
      asks: 'The renewal was ours: we ask for its commission.',
      links: [],
    },
  });
export type OpenDispute = z.output<typeof openDisputeBody>;

const part = prose(6000).meta({ example: 'We registered this customer on 3 March.' });
export const briefBody = z
  .strictObject({
    facts: part.meta({ description: 'What happened, with dates' }),
    position: part.meta({ description: 'How this side sees it' }),
    asks: part.meta({ description: 'What it asks' }),
    proposal: part.meta({ description: 'What it proposes' }),
    accepts: part.meta({ description: 'What it would accept' }),
  })
  .meta({ description: 'A decision brief; each part may still be empty in a draft' });
export type BriefTexts = z.output<typeof briefBody>;

export const submitBriefBody = briefBody.extend({ files: fileIds }).meta({
  example: {
    facts: 'We registered this customer on 3 March.',
    position: 'The protection of six months had not ended.',
    asks: 'The whole commission.',
    proposal: 'Half of it now, the rest with the next renewal.',
    accepts: 'Sixty per cent.',
  },
});
export type SubmitBrief = z.output<typeof submitBriefBody>;

const consequence = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('obligation'),
      by: z.enum(owners),
      title: inBothLanguages,
      dueOn: civilDay,
      proof: z.enum(proofKinds).default('statement'),
    }),
    z.strictObject({
      kind: z.literal('claim'),
      claimId: idOf('clm').meta({ description: 'A claim of this partner, which the company puts right by that day' }),
      dueOn: civilDay,
    }),
    z.strictObject({ kind: z.literal('text'), text, dueOn: civilDay.nullable().default(null) }),
  ])
  .meta({
    description: '`obligation` and `claim` become obligations with their day once the decision stands',
    example: { kind: 'text', text: 'Both sides register customers in writing from now on.' },
  });
export type Consequence = z.output<typeof consequence>;

export const decisionBody = z
  .strictObject({
    final: z.boolean().default(false).meta({
      description:
        'Decide alone: only for the side whose person the ladder names at this step; else the other side has to accept',
    }),
    outcome: z.enum(disputeOutcomes).meta({ description: 'For whoever opened the dispute' }),
    reasons: text,
    consequences: z.array(consequence).max(10).default([]),
  })
  .meta({
    example: {
      outcome: 'compromise',
      reasons: 'Both sides had a part in the renewal.',
      consequences: [{ kind: 'text', text: 'Half of the commission is paid.', dueOn: '2027-01-31' }],
    },
  });
export type DecideDispute = z.output<typeof decisionBody>;

const why = text.nullable().default(null);
const number = z.int().min(1).max(10_000).meta({ description: 'Of the decision that was read' });

export const disputeActBody = z
  .discriminatedUnion('act', [
    z.strictObject({ act: z.literal('say'), text, links: evidenceLinks, files: fileIds }),
    z.strictObject({ act: z.literal('pause'), reason: z.enum(pauseReasons), text: why }),
    z.strictObject({ act: z.literal('resume'), text: why }),
    z.strictObject({ act: z.literal('extend'), days: z.int().min(1).max(60), text: why }),
    z.strictObject({ act: z.literal('agree') }),
    z.strictObject({ act: z.literal('decline'), text: why }),
    z.strictObject({ act: z.literal('step_up'), text: why }),
    z.strictObject({ act: z.literal('name_mediator'), name: oneLine(300), on: localDate, text: why }),
    z.strictObject({ act: z.literal('end_mediation'), text }),
    z.strictObject({ act: z.literal('accept'), number }),
    z.strictObject({ act: z.literal('refuse'), number, text: why }),
    z.strictObject({ act: z.literal('withdraw'), text: why }),
    z.strictObject({ act: z.literal('read') }).meta({ description: 'Somebody of the side has read where the dispute stands' }),
  ])
  .meta({ example: { act: 'pause', reason: 'documents', text: 'The bank sends the statement on Monday.' } });
export type DisputeActBody = z.output<typeof disputeActBody>;
