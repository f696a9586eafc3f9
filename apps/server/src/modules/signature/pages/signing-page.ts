import type { Language } from '@cordee/contract/language';
import { signingRoutes as routes } from '@cordee/contract/signing';
import { html, htmlPage, type Api, type Page } from '../../../platform/http/index.ts';
import { read } from '../../../platform/verb.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { holderOf, readOwn, type LinkHolder, type SignerDevice } from '../by-link.ts';
import { currentConsent } from '../consent-texts.ts';
import type { EnvelopeRecord, SignerRecord } from '../envelope.store.ts';
import type { SignatureParts } from '../parts.ts';
import { stepRefused, stepWords } from '../refusals.ts';
import { askCode, consentByLink, delegateByLink, refuseByLink } from '../verbs/answer-by-link.ts';
import { timeOf } from '../take-step.ts';
import { signByLink } from '../verbs/sign-by-link.ts';
import { newUuid } from '../../../platform/uuid.ts';
import type { Context } from '../../../platform/context.ts';
import { momentWords, pageWords } from './page-words.ts';

/** The page a signer works on: without account or script. Looking at it changes nothing; what its buttons do leads back to it. */
export function serveSigningPage(api: Pick<Api, 'on' | 'page'>, parts: SignatureParts): void {
  api.page('/sign', async ({ language, query }) => {
    const token = textOf(query['token']);
    const asked = parts.now();
    const holder = await findHolder({ db: parts.db, now: parts.now, language, requestId: newUuid(asked) }, token);
    if (holder === null) return unknownPage(language, token);
    const { envelope, signer } = await read(holder.context, (tx) => readOwn(tx, holder));
    const now = timeOf(parts, envelope);
    const shown = query['lang'] === undefined ? signer.language : language;
    return signingPage(envelope, signer, { language: shown, token, fault: textOf(query['fault']), now });
  });
  api.on(routes.signOnPage, async (context, { query, rawBody, headers, address, reply }) => {
    const form = new URLSearchParams(rawBody.toString('utf8'));
    const device = { address, agent: headers['user-agent'] ?? '' };
    const fault = await faultOf(async () => act(parts, await holderOf(context, query.token), device, form));
    const lang = form.get('lang') === 'fr' ? 'fr' : 'en';
    const place = new URLSearchParams({ token: query.token, lang, ...(fault !== null && { fault }) });
    reply.status(303);
    reply.header('location', `/sign?${place.toString()}`);
    reply.type('text/html; charset=utf-8');
    return '';
  });
}

async function findHolder(context: Omit<Context, 'actor' | 'workspaceId'>, token: string): Promise<LinkHolder | null> {
  try {
    return await holderOf(context, token);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

async function act(parts: SignatureParts, holder: LinkHolder, device: SignerDevice, form: URLSearchParams): Promise<void> {
  await step(parts, holder, device, form);
  parts.written?.(holder.context.workspaceId);
}

async function step(parts: SignatureParts, holder: LinkHolder, device: SignerDevice, form: URLSearchParams): Promise<void> {
  const field = (name: string) => (form.get(name) ?? '').trim();
  switch (form.get('do')) {
    case 'code':
      return askCode(holder, parts, device);
    case 'consent':
      if (form.get('agree') !== currentConsent.version) throw stepRefused('no_consent');
      return consentByLink(holder, parts, device, { code: field('code'), version: currentConsent.version });
    case 'sign':
      return signByLink(holder, parts, device, form.getAll('shown'));
    case 'refuse':
      if (field('reason').length < 3) throw stepRefused('reason_missing');
      return refuseByLink(holder, parts, device, field('reason').slice(0, 1000));
    case 'delegate': {
      const to = { name: field('name').slice(0, 120), email: field('email').slice(0, 254) };
      if (to.name === '' || !/^[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>]+$/u.test(to.email)) throw stepRefused('person_missing');
      return delegateByLink(holder, parts, device, to);
    }
    default:
      throw stepRefused('unknown_signer');
  }
}

/** The reason a step was refused, for the page that follows. */
async function faultOf(run: () => Promise<void>): Promise<string | null> {
  try {
    await run();
    return null;
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'envelope_step_refused') throw error;
    return error.fields[0]?.rule ?? 'over';
  }
}

interface Shown {
  readonly language: Language;
  readonly token: string;
  readonly fault: string;
  readonly now: number;
}

function unknownPage(language: Language, token: string): Page {
  const words = pageWords[language];
  return htmlPage(
    language,
    words.title,
    html`<h1>${words.title}</h1>
      <p role="alert">${words.unknown}</p>`,
    { status: 404, here: `/sign?token=${encodeURIComponent(token)}` },
  );
}

function signingPage(envelope: EnvelopeRecord, signer: SignerRecord, shown: Shown): Page {
  const { language, token, fault, now } = shown;
  const words = pageWords[language];
  const message = Object.hasOwn(stepWords, fault) ? stepWords[fault as keyof typeof stepWords][language] : null;
  const isOpen = envelope.state === 'sent' && envelope.expiresAt > now;
  const body = html`<h1>${words.title}</h1>
    <p>${words.hello(signer.name)}</p>
    <p>
      <strong>${words.asks(envelope.purpose)}</strong>
      ${isOpen ? words.until(momentWords(language, envelope.expiresAt)) : ''}
    </p>
    ${envelope.message === null || !isOpen ? '' : html`<p class="dim">${envelope.message}</p>`}
    ${
      message === null
        ? ''
        : html`<section role="alert">
            <p><strong>${message}</strong></p>
          </section>`
    }
    <section>
      <h2>${words.documents}</h2>
      ${envelope.documents.map(
        ({ number, name, currentSha256 }) =>
          html`<p>
            <a href="/sign/document?token=${token}&amp;number=${number}" target="_blank" rel="noopener">${words.read(name)}</a
            ><br />
            <span class="dim">${words.fingerprint}</span> <code>${currentSha256}</code>
          </p>`,
      )}
    </section>
    ${isOpen ? stepsOf(envelope, signer, shown) : html`<section role="status"><p>${stateWords(envelope, now, language)}</p></section>`}
    <p class="dim">${words.simple} <a href="/verify?lang=${language}">${words.verify}</a></p>`;
  return htmlPage(language, words.title, body, { here: `/sign?token=${encodeURIComponent(token)}` });
}

function stateWords({ state }: EnvelopeRecord, _now: number, language: Language): string {
  return pageWords[language][state === 'sent' ? 'expired' : state];
}

function stepsOf(envelope: EnvelopeRecord, signer: SignerRecord, shown: Shown) {
  const words = pageWords[shown.language];
  const isPast =
    signer.state === 'waiting' || signer.state === 'signed' || signer.state === 'refused' || signer.state === 'delegated';
  if (isPast) return html`<section role="status"><p>${words[signer.state]}</p></section>`;
  return html`<section>${stepNow(envelope, signer, shown)}</section>
    <details>
      <summary>${words.other}</summary>
      <p>${words.refuseWhy}</p>
      ${formOf(
        shown,
        'refuse',
        html`<label
            >${words.reason}<br /><textarea name="reason" required minlength="3" maxlength="1000" rows="3"></textarea></label
          ><button>${words.refuse}</button>`,
      )}
    </details>
    ${
      signer.delegatedFrom === null
        ? html`<details>
            <summary>${words.delegate}</summary>
            <p>${words.delegateWhy}</p>
            ${formOf(
              shown,
              'delegate',
              html`<label>${words.name}<br /><input name="name" required maxlength="120" autocomplete="off" /></label
                ><label>${words.email}<br /><input name="email" type="email" required maxlength="254" autocomplete="off" /></label
                ><button>${words.give}</button>`,
            )}
          </details>`
        : ''
    }`;
}

function stepNow(envelope: EnvelopeRecord, signer: SignerRecord, shown: Shown) {
  const words = pageWords[shown.language];
  if (signer.state === 'consented' && (signer.consentUntil ?? 0) > shown.now) {
    const hashes = envelope.documents.map(
      ({ currentSha256 }) => html`<input type="hidden" name="shown" value="${currentSha256}" />`,
    );
    return html`<h2>${words.stepSign}</h2>
      <p>${words.signWhy}</p>
      ${formOf(shown, 'sign', html`${hashes}<button class="main">${words.sign(envelope.documents.length)}</button>`)}`;
  }
  if (signer.state === 'code_asked') {
    return html`<h2>${words.stepConsent}</h2>
      ${formOf(
        shown,
        'consent',
        html`<label
            >${words.code}<br /><input
              name="code"
              inputmode="numeric"
              autocomplete="one-time-code"
              pattern="[0-9 ]{6,8}"
              required
              maxlength="8"
          /></label>
          <label class="tick"
            ><input type="checkbox" name="agree" value="${currentConsent.version}" required />
            ${currentConsent.text[shown.language]}</label
          >
          <button class="main">${words.agree}</button>`,
      )}
      ${formOf(shown, 'code', html`<button>${words.sendAgain}</button>`)}`;
  }
  return html`<h2>${words.stepCode}</h2>
    <p>${words.codeWhy(signer.email)}</p>
    ${formOf(shown, 'code', html`<button class="main">${words.sendCode}</button>`)}`;
}

function formOf({ token, language }: Shown, what: string, fields: ReturnType<typeof html>) {
  return html`<form method="post" action="/sign?token=${encodeURIComponent(token)}">
    <input type="hidden" name="do" value="${what}" /><input type="hidden" name="lang" value="${language}" />${fields}
  </form>`;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
