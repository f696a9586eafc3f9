import type { Bilingual, Language } from '@cordee/contract/language';
import { formatDate, type LocalDate } from '@cordee/core/time';
import { button, rows, text, type Message, type Template } from '../message.ts';

export type DisputeEvent =
  | 'opened'
  | 'said'
  | 'brief_submitted'
  | 'pause_asked'
  | 'paused'
  | 'resumed'
  | 'extension_asked'
  | 'extended'
  | 'declined'
  | 'stepped_up'
  | 'exhausted'
  | 'mediator_named'
  | 'mediation_ended'
  | 'proposed'
  | 'accepted'
  | 'refused'
  | 'decided'
  | 'withdrawn'
  | 'reminded';

/** To one side of a dispute: what the other side or the clock did, and how long there is. */
export interface DisputeNewsData {
  readonly event: DisputeEvent;
  readonly title: string;
  readonly partner: string;
  readonly workspace: string;
  readonly number: number;
  readonly level: string;
  readonly deadline: LocalDate | null;
  readonly isOver: boolean;
  readonly words: string | null;
  readonly place: string;
}

export const disputeNews: Template<DisputeNewsData> = {
  en: (data) => messageOf(data, 'en'),
  fr: (data) => messageOf(data, 'fr'),
};

const subjects: Readonly<Record<DisputeEvent, Bilingual>> = {
  opened: { en: 'Dispute opened', fr: 'Différend ouvert' },
  said: { en: 'Message in a dispute', fr: 'Message dans un différend' },
  brief_submitted: { en: 'The other side handed in its brief', fr: 'L’autre partie a remis sa note' },
  pause_asked: { en: 'A pause is asked for', fr: 'Une suspension est demandée' },
  paused: { en: 'The clock stands still', fr: 'Le délai est suspendu' },
  resumed: { en: 'The clock runs again', fr: 'Le délai court de nouveau' },
  extension_asked: { en: 'More days are asked for', fr: 'Une prolongation est demandée' },
  extended: { en: 'More days are agreed', fr: 'La prolongation est convenue' },
  declined: { en: 'The request is declined or taken back', fr: 'La demande est déclinée ou retirée' },
  stepped_up: { en: 'One step up', fr: 'Passage à l’échelon suivant' },
  exhausted: { en: 'The last step is over', fr: 'Le dernier échelon est terminé' },
  mediator_named: { en: 'Mediator named', fr: 'Médiateur désigné' },
  mediation_ended: { en: 'The mediation is ended', fr: 'La médiation a pris fin' },
  proposed: { en: 'A decision is proposed', fr: 'Une décision est proposée' },
  accepted: { en: 'Your decision is accepted', fr: 'Votre décision est acceptée' },
  refused: { en: 'The decision is refused or taken back', fr: 'La décision est refusée ou retirée' },
  decided: { en: 'The dispute is decided', fr: 'Le différend est tranché' },
  withdrawn: { en: 'The dispute is withdrawn', fr: 'Le différend est retiré' },
  reminded: { en: 'The step ends soon', fr: 'L’échelon se termine bientôt' },
};

const opening: Readonly<Record<DisputeEvent, Bilingual>> = {
  opened: {
    en: 'The other side opened a dispute. Read what it asks, and hand in your brief before the step ends.',
    fr: 'L’autre partie a ouvert un différend. Lisez ce qu’elle demande et remettez votre note avant la fin de l’échelon.',
  },
  said: { en: 'The other side wrote to you.', fr: 'L’autre partie vous a écrit.' },
  brief_submitted: {
    en: 'The other side handed in its brief. Hand in yours: both are then shown side by side.',
    fr: 'L’autre partie a remis sa note. Remettez la vôtre : les deux sont alors montrées côte à côte.',
  },
  pause_asked: {
    en: 'The other side asks to pause the clock. It runs on until you agree.',
    fr: 'L’autre partie demande à suspendre le délai. Il court jusqu’à votre accord.',
  },
  paused: {
    en: 'The days of this step stand still until one side resumes.',
    fr: 'Les jours de cet échelon ne courent plus jusqu’à la reprise par l’une des parties.',
  },
  resumed: { en: 'The days of this step count again.', fr: 'Les jours de cet échelon comptent de nouveau.' },
  extension_asked: {
    en: 'The other side asks for more days. The deadline stays until you agree.',
    fr: 'L’autre partie demande des jours de plus. L’échéance demeure jusqu’à votre accord.',
  },
  extended: { en: 'The other side agreed to more days.', fr: 'L’autre partie a accepté la prolongation.' },
  declined: {
    en: 'What was asked for about the clock is declined or taken back; it runs as before.',
    fr: 'La demande sur le délai est déclinée ou retirée ; il court comme avant.',
  },
  stepped_up: {
    en: 'The dispute is one step higher. Others take over; a brief of each side is awaited.',
    fr: 'Le différend est monté d’un échelon. D’autres personnes prennent le relais ; une note de chaque partie est attendue.',
  },
  exhausted: {
    en: 'The last step is over without agreement. The proof file is ready; an agreement remains possible.',
    fr: 'Le dernier échelon s’est achevé sans accord. Le dossier de preuve est prêt ; un accord reste possible.',
  },
  mediator_named: {
    en: 'The other side put on record who mediates.',
    fr: 'L’autre partie a enregistré qui assure la médiation.',
  },
  mediation_ended: {
    en: 'The other side ended the mediation. The proof file is ready; an agreement remains possible.',
    fr: 'L’autre partie a mis fin à la médiation. Le dossier de preuve est prêt ; un accord reste possible.',
  },
  proposed: {
    en: 'The other side proposes how to end the dispute. Read it, and accept or refuse it.',
    fr: 'L’autre partie propose une issue. Lisez-la, puis acceptez ou refusez.',
  },
  accepted: {
    en: 'The other side accepted what you proposed. What falls due by it stands among the obligations.',
    fr: 'L’autre partie a accepté votre proposition. Ce qui en échoit figure parmi les obligations.',
  },
  refused: {
    en: 'What was proposed is refused or taken back. The dispute goes on.',
    fr: 'La proposition est refusée ou retirée. Le différend se poursuit.',
  },
  decided: {
    en: 'It was decided by who was named for it. What falls due by it stands among the obligations.',
    fr: 'Il a été tranché par la personne désignée. Ce qui en échoit figure parmi les obligations.',
  },
  withdrawn: { en: 'The other side took the dispute back.', fr: 'L’autre partie a retiré le différend.' },
  reminded: {
    en: 'The days of this step are almost over. Without an agreement the dispute goes one step up by itself.',
    fr: 'Les jours de cet échelon s’achèvent. Sans accord, le différend monte de lui-même d’un échelon.',
  },
};

const labels = {
  en: { title: 'Dispute', step: 'Step', until: 'Last day', who: 'Between', see: 'See the dispute' },
  fr: { title: 'Différend', step: 'Échelon', until: 'Dernier jour', who: 'Entre', see: 'Voir le différend' },
} as const;

function messageOf(data: DisputeNewsData, language: Language): Message {
  const { event, title, number, level, deadline, isOver, words, partner, workspace, place } = data;
  const say = labels[language];
  const first = opening[event][language];
  const table: [string, string][] = [
    [say.title, title],
    [say.who, `${workspace} · ${partner}`],
  ];
  if (!isOver) table.push([say.step, `${number} · ${level}`]);
  if (deadline !== null) table.push([say.until, formatDate(deadline, language)]);
  return {
    subject: `${subjects[event][language]} · ${title}`,
    preview: words ?? first,
    blocks: [text(first), ...(words === null ? [] : [text(words)]), rows(...table), button(say.see, place)],
  };
}
