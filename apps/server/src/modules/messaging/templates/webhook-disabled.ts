import { button, rows, text, type Template } from '../message.ts';

export interface WebhookDisabledData {
  readonly url: string;
  readonly description: string;
  readonly reason: 'failures' | 'gone';
  readonly console: string;
}

const because = {
  en: { failures: 'it accepted nothing for five days', gone: 'it answered that it is gone (410)' },
  fr: { failures: "il n'a rien accepté depuis cinq jours", gone: "il a répondu qu'il n'existe plus (410)" },
} as const;

export const webhookDisabled: Template<WebhookDisabledData> = {
  en: ({ url, description, reason, console }) => ({
    subject: 'A webhook was disabled',
    preview: url,
    blocks: [
      text(`This webhook was disabled: ${because.en[reason]}. What happens is kept for it for thirty days.`),
      rows(['Address', url], ...(description === '' ? [] : [['Description', description] as const])),
      button('See what failed and wake it', console),
    ],
  }),
  fr: ({ url, description, reason, console }) => ({
    subject: 'Un webhook a été désactivé',
    preview: url,
    blocks: [
      text(`Ce webhook a été désactivé : ${because.fr[reason]}. Ce qui se passe est gardé pour lui trente jours.`),
      rows(['Adresse', url], ...(description === '' ? [] : [['Description', description] as const])),
      button('Voir ce qui a échoué et le réveiller', console),
    ],
  }),
};
