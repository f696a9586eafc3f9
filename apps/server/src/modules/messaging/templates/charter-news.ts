import type { Bilingual, Language } from '@cordee/contract/language';
import { formatDate, type LocalDate } from '@cordee/core/time';
import { button, note, rows, text, type Message, type Template } from '../message.ts';

export type CharterEvent =
  | 'shared'
  | 'said'
  | 'proposed'
  | 'accepted'
  | 'refused'
  | 'approved'
  | 'agreed'
  | 'signed'
  | 'in_force'
  | 'announced'
  | 'objected'
  | 'dropped'
  | 'ended';

/** To one side: what the other did with the charter, or that it holds. */
export interface CharterNewsData {
  readonly event: CharterEvent;
  readonly partner: string;
  readonly workspace: string;
  readonly version: number;
  /** The first day it holds, or no longer does. */
  readonly day: LocalDate | null;
  readonly words: string | null;
  readonly place: string;
}

export const charterNews: Template<CharterNewsData> = {
  en: (data) => messageOf(data, 'en'),
  fr: (data) => messageOf(data, 'fr'),
};

const subjects: Readonly<Record<CharterEvent, Bilingual>> = {
  shared: { en: 'A draft to read', fr: 'Un brouillon à lire' },
  said: { en: 'A comment', fr: 'Un commentaire' },
  proposed: { en: 'A change is proposed', fr: 'Un changement est proposé' },
  accepted: { en: 'Your proposal is accepted', fr: 'Votre proposition est acceptée' },
  refused: { en: 'Your proposal is refused', fr: 'Votre proposition est refusée' },
  approved: { en: 'Approved by the other side', fr: 'Approuvée par l’autre partie' },
  agreed: { en: 'Approved by both sides, to be signed', fr: 'Approuvée par les deux parties, à signer' },
  signed: { en: 'Signed by the other side', fr: 'Signée par l’autre partie' },
  in_force: { en: 'Signed by both sides', fr: 'Signée par les deux parties' },
  announced: { en: 'A replacement is announced', fr: 'Un remplacement est annoncé' },
  objected: { en: 'The replacement will not hold', fr: 'Le remplacement ne vaudra pas' },
  dropped: { en: 'The draft is given up', fr: 'Le brouillon est abandonné' },
  ended: { en: 'Its end is announced', fr: 'Sa fin est annoncée' },
};

const opening: Readonly<Record<CharterEvent, Bilingual>> = {
  shared: {
    en: 'A draft of the charter was shared with you. Read it, propose changes, or approve it.',
    fr: 'Un brouillon de la charte vous est partagé. Lisez-le, proposez des changements ou approuvez-le.',
  },
  said: { en: 'The other side wrote about the charter.', fr: 'L’autre partie a écrit au sujet de la charte.' },
  proposed: {
    en: 'The other side proposes a change of the charter. Accept it, or refuse it with a reason.',
    fr: 'L’autre partie propose un changement de la charte. Acceptez-le, ou refusez-le avec un motif.',
  },
  accepted: {
    en: 'The other side accepts your proposal: the text of the draft is changed.',
    fr: 'L’autre partie accepte votre proposition : le texte du brouillon est modifié.',
  },
  refused: {
    en: 'The other side refuses your proposal. The reason is below.',
    fr: 'L’autre partie refuse votre proposition. Le motif est indiqué ci-dessous.',
  },
  approved: {
    en: 'The other side approves the text as it stands. It can be signed once you approve it too.',
    fr: 'L’autre partie approuve le texte en l’état. Il pourra être signé quand vous l’aurez approuvé aussi.',
  },
  agreed: {
    en: 'Both sides approve the text. It never changes again, and can be signed.',
    fr: 'Les deux parties approuvent le texte. Il ne changera plus et peut être signé.',
  },
  signed: {
    en: 'The other side says that it has signed. Yours is still missing.',
    fr: 'L’autre partie dit avoir signé. Il manque encore la vôtre.',
  },
  in_force: {
    en: 'Both sides have signed. What it promises now stands among the obligations of both.',
    fr: 'Les deux parties ont signé. Ce qu’elle promet figure maintenant parmi les obligations de chacune.',
  },
  announced: {
    en: 'The charter will be replaced as it allows, from the day below on. Read what changes in the text and in the obligations: you can object until then.',
    fr: 'La charte sera remplacée comme elle le permet, à partir du jour ci-dessous. Lisez ce qui change dans le texte et dans les obligations : vous pouvez vous y opposer jusque-là.',
  },
  objected: {
    en: 'The announced replacement will not hold: the version in force goes on. The reason is below.',
    fr: 'Le remplacement annoncé ne vaudra pas : la version en vigueur continue. Le motif est indiqué ci-dessous.',
  },
  dropped: {
    en: 'The other side gave up the draft. A version in force goes on as it is.',
    fr: 'L’autre partie a abandonné le brouillon. Une version en vigueur continue telle quelle.',
  },
  ended: {
    en: 'The other side said when the charter ends. Rehearse the exit: what is still due, and by when.',
    fr: 'L’autre partie a dit quand la charte prend fin. Répétez la sortie : ce qui reste dû, et pour quand.',
  },
};

const labels = {
  en: { charter: 'Charter', between: 'Between', version: 'Version', from: 'Holds from', until: 'Holds no more from' },
  fr: { charter: 'Charte', between: 'Entre', version: 'Version', from: 'Vaut à partir du', until: 'Ne vaut plus à partir du' },
} as const;
const see = { en: 'Open the charter', fr: 'Ouvrir la charte' } as const;
const noAdvice = {
  en: 'Have counsel review what you sign: this is no legal advice.',
  fr: 'Faites relire par un conseil ce que vous signez : ceci n’est pas un conseil juridique.',
} as const;

function messageOf(data: CharterNewsData, language: Language): Message {
  const { event, partner, workspace, version, day, words, place } = data;
  const say = labels[language];
  const first = opening[event][language];
  const between = `${workspace} · ${partner}`;
  const dated = day === null ? [] : ([[event === 'ended' ? say.until : say.from, formatDate(day, language)]] as const);
  const isToRead = event === 'shared' || event === 'agreed' || event === 'announced';
  return {
    subject: `${say.charter} ${between} · ${subjects[event][language]}`,
    preview: words ?? first,
    blocks: [
      text(first),
      ...(words === null ? [] : [text(words)]),
      rows([say.between, between], [say.version, String(version)], ...dated),
      button(see[language], place),
      ...(isToRead ? [note(noAdvice[language])] : []),
    ],
  };
}
