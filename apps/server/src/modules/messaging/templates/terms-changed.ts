import type { PlanNews } from '@cordee/core/plan';
import { button, note, text, type Message, type Template } from '../message.ts';

export interface TermsChangedData {
  /** In the language of the mail; the console shows the same before it is sent. */
  readonly news: PlanNews;
  readonly portal: string;
}

export const termsChanged: Template<TermsChangedData> = {
  en: (data) => messageOf(data, 'Compare with the present terms'),
  fr: (data) => messageOf(data, 'Comparer avec les conditions actuelles'),
};

function messageOf({ news, portal }: TermsChangedData, compare: string): Message {
  return {
    subject: news.subject,
    preview: news.opening,
    blocks: [
      text(news.opening),
      ...news.changes.flatMap(({ heading, lines }) => [heading, ...lines].map(text)),
      button(compare, portal),
      ...news.closing.map(note),
    ],
  };
}
