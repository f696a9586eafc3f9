import type { FieldFault } from '@cordee/contract/errors';
import type { LeavingRefusal } from '@cordee/core/exit';
import { formatDate, type LocalDate } from '@cordee/core/time';
import { Refusal } from '../../platform/refusal.ts';

const sentences: Readonly<Record<LeavingRefusal, readonly [path: string, en: string, fr: string]>> = {
  over: [
    'id',
    'This partnership has ended, or its notice was withdrawn.',
    'Ce partenariat a pris fin, ou son préavis a été retiré.',
  ],
  too_early: ['endsOn', 'This is before the earliest last day.', 'Ce jour précède le dernier jour le plus proche.'],
  end_past: [
    'endsOn',
    'The last day is over: nothing can be agreed about it any more.',
    'Le dernier jour est passé : plus rien ne peut être convenu à son sujet.',
  ],
  same_end: ['endsOn', 'This is the last day already.', 'C’est déjà le dernier jour.'],
  already_offered: [
    'id',
    'Something is proposed already: answer it, or take it back first.',
    'Une proposition est déjà en cours : répondez-y, ou retirez-la d’abord.',
  ],
  nothing_offered: ['id', 'Nothing is proposed.', 'Rien n’est proposé.'],
  own_offer: [
    'agree',
    'Your side proposed this: the other one answers.',
    'Votre côté l’a proposé : c’est à l’autre de répondre.',
  ],
  already_begun: ['id', 'The leaving has begun already.', 'La sortie a déjà commencé.'],
  not_begun: ['id', 'Begin to leave first.', 'Commencez d’abord la sortie.'],
  before_end: ['id', 'The last day has to be over first.', 'Le dernier jour doit d’abord être passé.'],
  not_settled: ['id', 'Make the final account first.', 'Établissez d’abord l’arrêté de compte.'],
};

/** `conflict`: what the leaving allows now. */
export function impossible(why: LeavingRefusal): Refusal {
  const [path, en, fr] = sentences[why];
  return conflict(path, why, en, fr);
}

/** `conflict`, with the earliest last day. */
export function tooEarly(earliest: LocalDate): Refusal {
  return conflict(
    'endsOn',
    'earliest_end',
    `The earliest last day is ${formatDate(earliest, 'en')}: give that one or a later one, then propose an earlier end to the other side.`,
    `Le dernier jour le plus proche est le ${formatDate(earliest, 'fr')} : donnez ce jour ou un jour ultérieur, puis proposez une fin plus proche à l’autre partie.`,
    earliest,
  );
}

export const alreadyNoticed = (): Refusal => conflict('id', 'noticed', 'Notice was given already.', 'Le préavis est déjà donné.');

export const nobodyLeaves = (): Refusal => conflict('id', 'no_notice', 'Nobody has given notice.', 'Personne n’a donné congé.');

export const needsDay = (): Refusal =>
  new Refusal('invalid_request', [
    {
      path: 'endsOn',
      rule: 'required',
      message: { en: 'Name the last day you propose.', fr: 'Indiquez le dernier jour que vous proposez.' },
      example: '2026-12-31',
    },
  ]);

export const noSuchStep = (): Refusal =>
  conflict(
    'step',
    'step',
    'This step is not yours to do, or is done already.',
    'Cette étape ne vous revient pas, ou est déjà faite.',
  );

function conflict(path: string, rule: string, en: string, fr: string, example?: string): Refusal {
  const fault: FieldFault = { path, rule, message: { en, fr }, ...(example === undefined ? {} : { example }) };
  return new Refusal('conflict', [fault]);
}
