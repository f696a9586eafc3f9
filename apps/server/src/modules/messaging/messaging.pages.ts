import type { Language } from '@cordee/contract/language';
import { transaction, withWorkspace } from '../../platform/db/index.ts';
import { html, htmlPage, type Api, type Page } from '../../platform/http/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { selectKept } from './mail.store.ts';
import type { MessagingParts } from './parts.ts';
import type { MailContent } from './sending/write-mail.ts';
import { readUnsubscription } from './unsubscribe-link.ts';

const words = {
  en: {
    title: 'No more of these mails?',
    ask: (address: string) => `Mails of this kind will no longer be sent to ${address}.`,
    button: 'No more mails of this kind',
    done: 'Done: no more mails of this kind will come.',
    unknown: 'This link is not one of ours, or was cut off. Copy it whole from the mail.',
    mails: 'Mails',
    none: 'Nothing was written yet.',
    kept: 'No mail server is set up (SMTP_URL): mails are kept and shown here, on this machine only.',
  },
  fr: {
    title: 'Ne plus recevoir ces messages ?',
    ask: (address: string) => `Les messages de ce type ne seront plus envoyés à ${address}.`,
    button: 'Ne plus recevoir ce type de message',
    done: "C'est fait : plus aucun message de ce type ne viendra.",
    unknown: "Ce lien n'est pas de nous, ou il a été coupé. Copiez-le en entier depuis le message.",
    mails: 'Messages',
    none: "Rien n'a encore été écrit.",
    kept: "Aucun serveur de messagerie n'est réglé (SMTP_URL) : les messages sont gardés et montrés ici, sur cette machine seulement.",
  },
} as const;

/** The page behind the link in a mail: looking at it changes nothing, its button does. */
export function serveUnsubscribePage(api: Pick<Api, 'page'>, parts: MessagingParts): void {
  api.page('/unsubscribe', async ({ query, language }) => {
    const token = textOf(query['token']);
    const what = readUnsubscription(parts, token);
    const text = words[language];
    if (what === null) return htmlPage(language, text.title, html`<p>${text.unknown}</p>`, { status: 404 });
    const body = html`<h1>${text.title}</h1>
      <p>${text.ask(what.address)}</p>
      <form method="post" action="/unsubscribe?token=${encodeURIComponent(token)}"><button>${text.button}</button></form>`;
    return htmlPage(language, text.title, body);
  });
}

export function unsubscribedPage(language: Language): Page {
  return htmlPage(language, words[language].title, html`<p>${words[language].done}</p>`);
}

const SHOWN = 50;

/** What would have been sent, for whoever develops on this machine: never where others can reach it, for it shows one-time links. */
export function serveMailViewer(api: Pick<Api, 'page'>, parts: MessagingParts): void {
  api.page('/mail', async ({ language }) => {
    const mails = await transaction(parts.db, async (tx) => {
      await withWorkspace(tx, '*');
      return selectKept(tx, SHOWN);
    });
    const text = words[language];
    const list = mails.map((mail) => {
      const content = open(parts, mail.content);
      return html`<details>
        <summary>${mail.subject} · ${mail.recipient} · ${mail.kind} · ${mail.language}</summary>
        <pre>${content.text}</pre>
        <p><a href="/mail/html?id=${mail.id}">HTML</a></p>
      </details>`;
    });
    const body = html`<h1>${text.mails}</h1>
      <p class="dim">${text.kept}</p>
      ${list.length === 0 ? html`<p>${text.none}</p>` : list}`;
    return htmlPage(language, text.mails, body, { here: '/mail' });
  });
  api.page('/mail/html', async ({ query }) => {
    const mails = await transaction(parts.db, async (tx) => {
      await withWorkspace(tx, '*');
      return selectKept(tx, SHOWN);
    });
    const mail = mails.find(({ id }) => id === textOf(query['id']));
    if (mail === undefined) throw new Refusal('not_found');
    return { status: 200, html: open(parts, mail.content).html, allow: { styles: ['unsafe-inline'] } };
  });
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function open({ sealer }: MessagingParts, content: Buffer): MailContent {
  return JSON.parse(sealer.open(content)) as MailContent;
}
