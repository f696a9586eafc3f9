import { planNews, type NewsOfPlan } from '@cordee/core/plan';
import type { Language } from '@cordee/contract/language';
import { button, note, text, type Message, type Template } from '../message.ts';

export interface TermsChangedData extends NewsOfPlan {
  readonly portal: string;
}

export const termsChanged: Template<TermsChangedData> = {
  en: (data) => messageOf(data, 'en', 'Compare with the present terms'),
  fr: (data) => messageOf(data, 'fr', 'Comparer avec les conditions actuelles'),
};

/** The news as the console showed it before the publication. */
function messageOf(data: TermsChangedData, language: Language, compare: string): Message {
  const news = planNews(data, language);
  return {
    subject: news.subject,
    preview: news.opening,
    blocks: [
      text(news.opening),
      ...news.changes.flatMap(({ heading, lines }) => [heading, ...lines].map(text)),
      button(compare, data.portal),
      ...news.closing.map(note),
    ],
  };
}
