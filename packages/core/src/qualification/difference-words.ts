import type { Answer, Item, Words } from './questionnaire.ts';

type Lang = 'en' | 'fr';

/** An answer as people read it. */
export function answerWords({ form }: Pick<Item, 'form'>, answer: Answer | null): Words {
  return { en: inWords(form, answer, 'en'), fr: inWords(form, answer, 'fr') };
}

const none: Words = { en: 'no answer', fr: 'sans réponse' };
const nothing: Words = { en: 'none of these', fr: 'rien de cela' };

function inWords(form: Item['form'], answer: Answer | null, lang: Lang): string {
  if (answer === null) return none[lang];
  if (form.kind === 'single') return optionWords(form.options, String(answer), lang);
  if (form.kind === 'multiple') {
    const keys = Array.isArray(answer) ? (answer as readonly string[]) : [];
    if (keys.length === 0) return nothing[lang];
    return form.options
      .filter(({ key }) => keys.includes(key))
      .map(({ text }) => text[lang])
      .join(', ');
  }
  if (form.kind === 'scale') {
    if (answer === 1) return `1/5 (${form.low[lang]})`;
    return answer === 5 ? `5/5 (${form.high[lang]})` : `${String(answer)}/5`;
  }
  if (form.kind === 'number') return `${numberText(answer, lang)} ${unitOf(form, Number(answer), lang)}`.trim();
  if (form.kind === 'yes_no') return answer === true ? yes[lang] : no[lang];
  return String(answer);
}

function numberText(answer: Answer, lang: Lang): string {
  return String(answer).replace('.', lang === 'fr' ? ',' : '.');
}

/** The unit as it is told of so many: English has one for 1, French for all below 2. */
export function unitOf({ unit, one }: Extract<Item['form'], { kind: 'number' }>, count: number, lang: Lang): string {
  const isOne = lang === 'fr' ? Math.abs(count) < 2 : Math.abs(count) === 1;
  return isOne ? (one ?? unit)[lang] : unit[lang];
}

const yes: Words = { en: 'yes', fr: 'oui' };
const no: Words = { en: 'no', fr: 'non' };

function optionWords(options: readonly { readonly key: string; readonly text: Words }[], key: string, lang: Lang): string {
  return options.find((option) => option.key === key)?.text[lang] ?? key;
}

interface Told {
  readonly severity: 'serious' | 'notable' | 'minor' | 'aligned' | 'unknown' | 'shown';
  readonly wish: 'company' | 'partner' | null;
  readonly company: Answer | null;
  readonly partner: Answer | null;
}

const opening: Readonly<Record<Told['severity'], Words>> = {
  serious: { en: 'Far apart', fr: 'Très éloignés' },
  notable: { en: 'Apart', fr: 'Éloignés' },
  minor: { en: 'Slightly apart', fr: 'Un peu éloignés' },
  aligned: { en: 'In agreement', fr: 'En accord' },
  unknown: { en: 'Not known yet', fr: 'Pas encore connu' },
  shown: { en: 'To be read', fr: 'À lire' },
};

/** A difference in a sentence. */
export function differenceWords(item: Item, { severity, wish, company, partner }: Told): Words {
  const [own, theirs] = [answerWords(item, company), answerWords(item, partner)];
  const sentence = (lang: Lang): string => {
    const first = opening[severity][lang];
    const [left, right] = [quoted(own[lang], lang), quoted(theirs[lang], lang)];
    if (lang === 'fr') {
      if (wish === 'company') return `${first}\u00a0: l’entreprise attend ${left}, le partenaire apporte ${right}.`;
      if (wish === 'partner') return `${first}\u00a0: le partenaire attend ${right}, l’entreprise apporte ${left}.`;
      return `${first}\u00a0: l’entreprise répond ${left}, le partenaire ${right}.`;
    }
    if (wish === 'company') return `${first}: the company looks for ${left}, the partner brings ${right}.`;
    if (wish === 'partner') return `${first}: the partner looks for ${right}, the company brings ${left}.`;
    return `${first}: the company says ${left}, the partner ${right}.`;
  };
  return { en: sentence('en'), fr: sentence('fr') };
}

function quoted(words: string, lang: Lang): string {
  return lang === 'fr' ? `«\u00a0${words}\u00a0»` : `“${words}”`;
}

const invitations: Readonly<Record<'serious' | 'notable' | 'minor' | 'unknown', Words>> = {
  serious: { en: 'Decide together before going on', fr: 'À trancher ensemble avant d’aller plus loin' },
  notable: { en: 'Find a rule both can keep', fr: 'Trouver une règle tenable pour les deux' },
  minor: { en: 'Say it once, so that it is known', fr: 'Le dire une fois, pour que ce soit su' },
  unknown: { en: 'Ask: an answer is missing', fr: 'Poser la question\u00a0: une réponse manque' },
};

/** A point of the agenda: what to do about these questions. */
export function agendaWords(severity: keyof typeof invitations, asked: readonly Words[]): Words {
  return {
    en: `${invitations[severity].en}: ${asked.map(({ en }) => en).join(' · ')}`,
    fr: `${invitations[severity].fr}\u00a0: ${asked.map(({ fr }) => fr).join(' · ')}`,
  };
}
