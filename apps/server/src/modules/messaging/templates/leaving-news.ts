import type { Bilingual, Language } from '@cordee/contract/language';
import { formatDate, type LocalDate } from '@cordee/core/time';
import { button, rows, text, type Message, type Template } from '../message.ts';

export const leavingEvents = [
  'noticed',
  'end_offered',
  'withdrawal_offered',
  'agreed',
  'declined',
  'taken_back',
  'near',
  'settled',
  'ended',
  'archive_ready',
] as const;
export type LeavingEvent = (typeof leavingEvents)[number];

/** To one side: what the other did about the end of the partnership, or what has come of it. */
export interface LeavingNewsData {
  readonly event: LeavingEvent;
  readonly partner: string;
  readonly workspace: string;
  /** The last day, or until when an archive can be fetched. */
  readonly on: LocalDate | null;
  readonly words: string | null;
  readonly place: string;
}

export const leavingNews: Template<LeavingNewsData> = {
  en: (data) => messageOf(data, 'en'),
  fr: (data) => messageOf(data, 'fr'),
};

const subjects: Readonly<Record<LeavingEvent, Bilingual>> = {
  noticed: { en: 'Notice was given', fr: 'Préavis donné' },
  end_offered: { en: 'Another last day is proposed', fr: 'Un autre dernier jour est proposé' },
  withdrawal_offered: { en: 'It is proposed to withdraw the notice', fr: 'Le retrait du préavis est proposé' },
  agreed: { en: 'Agreed', fr: 'Accord trouvé' },
  declined: { en: 'Your proposal was declined', fr: 'Votre proposition a été déclinée' },
  taken_back: { en: 'The proposal was taken back', fr: 'La proposition a été retirée' },
  near: { en: 'The last day is near', fr: 'Le dernier jour approche' },
  settled: { en: 'The final account is made', fr: 'L’arrêté de compte est établi' },
  ended: { en: 'The partnership has ended', fr: 'Le partenariat a pris fin' },
  archive_ready: { en: 'Your archive is ready', fr: 'Votre archive est prête' },
};

const opening: Readonly<Record<LeavingEvent, Bilingual>> = {
  noticed: {
    en: 'The other side gives notice. Its reason is below; the last day follows from the charter or from the law.',
    fr: 'L’autre partie donne congé. Son motif figure ci-dessous ; le dernier jour découle de la charte ou de la loi.',
  },
  end_offered: {
    en: 'The other side proposes another last day. It holds once you agree.',
    fr: 'L’autre partie propose un autre dernier jour. Il vaudra dès votre accord.',
  },
  withdrawal_offered: {
    en: 'The other side proposes that the partnership goes on. It does once you agree.',
    fr: 'L’autre partie propose que le partenariat se poursuive. Il se poursuivra dès votre accord.',
  },
  agreed: { en: 'The other side agrees to what you proposed.', fr: 'L’autre partie accepte ce que vous avez proposé.' },
  declined: { en: 'What was agreed before goes on.', fr: 'Ce qui était convenu auparavant continue de valoir.' },
  taken_back: { en: 'The other side takes its proposal back.', fr: 'L’autre partie retire sa proposition.' },
  near: {
    en: 'New customers are credited until then; links and codes stop after it. Look at the steps that are still to be done.',
    fr: 'Les nouveaux clients sont attribués jusque-là ; liens et codes cessent ensuite. Vérifiez les étapes qui restent à faire.',
  },
  settled: {
    en: 'It says what is owed either way, and is kept with its fingerprint.',
    fr: 'Il indique ce qui est dû de part et d’autre et il est conservé avec son empreinte.',
  },
  ended: {
    en: 'For the days agreed you still read your statements, the final account and your archive.',
    fr: 'Pendant les jours convenus, vous consultez encore vos relevés, l’arrêté de compte et votre archive.',
  },
  archive_ready: { en: 'It can be fetched until the day below.', fr: 'Elle peut être téléchargée jusqu’au jour indiqué.' },
};

const labels = {
  en: { who: 'Between', last: 'Last day', until: 'Until', see: 'See how it stands' },
  fr: { who: 'Entre', last: 'Dernier jour', until: 'Jusqu’au', see: 'Voir où en est la sortie' },
} as const;

function messageOf({ event, partner, workspace, on, words, place }: LeavingNewsData, language: Language): Message {
  const say = labels[language];
  const first = opening[event][language];
  const day = event === 'archive_ready' ? say.until : say.last;
  return {
    subject: `${subjects[event][language]} · ${workspace} · ${partner}`,
    preview: words ?? first,
    blocks: [
      text(first),
      ...(words === null ? [] : [text(words)]),
      rows([say.who, `${workspace} · ${partner}`], ...(on === null ? [] : [[day, formatDate(on, language)] as const])),
      button(say.see, place),
    ],
  };
}
