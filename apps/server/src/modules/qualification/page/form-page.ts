import type { PublicForm } from '@cordee/contract/application-form';
import type { Language } from '@cordee/contract/language';
import { html, Html, htmlPage, type Page } from '../../../platform/http/index.ts';
import { formHashes, formScript, formStyle } from './form-script.ts';
import { pageWords, type PageWords } from './page-words.ts';

type Question = PublicForm['document']['questions'][number];

/** The page of a form: the questions of everybody, then those of the program. */
export function formPage(language: Language, id: string, form: PublicForm): Page {
  const words = pageWords[language];
  const { document, workspace, token } = form;
  const intro = document.intro[language];
  const body = html`${formStyle}
    <h1>${document.title[language]}</h1>
    <p class="dim">${words.by(workspace, form.program)}</p>
    ${intro === '' ? '' : html`<p class="intro">${intro}</p>`}
    <noscript><p>${words.noScript}</p></noscript>
    <div id="told" role="status" tabindex="-1" hidden></div>
    <form
      data-send="/api/v1/application-forms/${id}/applications"
      data-begin="/api/v1/application-forms/${id}/beginning"
      data-done="${words.sent}"
      data-wrong="${words.wrong}"
      data-offline="${words.offline}"
    >
      <input type="hidden" data-field="token" value="${token}" />
      <input type="hidden" data-field="language" value="${language}" />
      <p class="fax" aria-hidden="true">
        <label>Fax <input data-field="fax" name="fax" tabindex="-1" autocomplete="off" /></label>
      </p>
      <p class="dim">${words.starred}</p>
      <div class="two">
        ${line('name', words.name, { required: true, most: 200, autocomplete: 'organization' })}
        ${line('contact', words.contact, { required: true, most: 200, autocomplete: 'name' })}
        ${line('email', words.email, { required: true, most: 254, autocomplete: 'email', type: 'email' })}
        ${line('country', words.country, { most: 2, autocomplete: 'country', pattern: '[A-Z]{2}' })}
        ${line('website', words.website, { most: 500, autocomplete: 'url', type: 'url' })}
        ${line('address', words.address, { most: 300, autocomplete: 'street-address' })}
        ${line('registrationNumber', words.registrationNumber, { most: 40 })} ${line('vatNumber', words.vatNumber, { most: 30 })}
      </div>
      ${document.questions.map((question) => fieldOf(question, language, words))}
      <div class="field">
        <label for="ties">${words.ties}</label>
        <textarea id="ties" data-field="ties" maxlength="4000"></textarea>
        <span class="dim">${words.tiesHelp}</span>
      </div>
      ${privacy(document.privacyUrl, words)}
      <button>${words.send}</button>
    </form>
    ${formScript}`;
  return withForm(htmlPage(language, document.title[language], body, { here: `/apply?form=${id}` }));
}

function privacy(url: string | undefined, words: PageWords): Html {
  const link = url === undefined ? '' : html` <a href="${url}" rel="noopener">${words.privacyLink}</a>`;
  return html`<p class="dim">${words.privacy}${link}</p>`;
}

/** What lets the browser run the script of the form. */
function withForm(page: Page): Page {
  const styles = [...(page.allow?.styles ?? []), ...formHashes.styles];
  return { ...page, allow: { styles, scripts: formHashes.scripts } };
}

interface Line {
  readonly required?: boolean;
  readonly most: number;
  readonly autocomplete?: string;
  readonly type?: string;
  readonly pattern?: string;
}

function line(
  field: string,
  label: string,
  { required = false, most, autocomplete = 'off', type = 'text', pattern }: Line,
): Html {
  const checked = pattern === undefined ? '' : html` pattern="${pattern}"`;
  return html`<div class="field">
    <label for="${field}">${label}${required ? ' *' : ''}</label>
    <input
      id="${field}"
      data-field="${field}"
      type="${type}"
      maxlength="${most}"
      autocomplete="${autocomplete}"
      ${checked}${flag(required)}
    />
  </div>`;
}

const flag = (required: boolean): Html => new Html(required ? ' required' : '');

function fieldOf({ key, text, form, required }: Question, language: Language, words: PageWords): Html {
  const label = `${text[language]}${required ? ' *' : ''}`;
  const name = `q-${key}`;
  const whole = (inner: Html) =>
    html`<div class="field" data-key="${key}" data-kind="${form.kind}"><label for="${name}">${label}</label>${inner}</div>`;
  const group = (inner: Html) =>
    html`<fieldset class="field" data-key="${key}" data-kind="${form.kind}">
      <legend>${label}</legend>
      ${inner}
    </fieldset>`;
  switch (form.kind) {
    case 'text':
      return whole(html`<textarea id="${name}" maxlength="4000" ${flag(required)}></textarea>`);
    case 'number':
      return whole(
        html`<div class="row">
          <input id="${name}" type="number" step="any" min="${form.min}" max="${form.max}" ${flag(required)} />
          <span class="dim">${form.unit[language]}</span>
        </div>`,
      );
    case 'single':
      return whole(
        html`<select id="${name}" ${flag(required)}>
          <option value="">${words.choose}</option>
          ${form.options.map((option) => html`<option value="${option.key}">${option.text[language]}</option>`)}
        </select>`,
      );
    case 'multiple':
      return group(
        html`${form.options.map(
          (option) => html`<label class="choice"><input type="checkbox" value="${option.key}" />${option.text[language]}</label>`,
        )}`,
      );
    case 'scale':
      return group(
        html`<div class="row">
          <span class="dim">${form.low[language]}</span>
          ${[1, 2, 3, 4, 5].map((value) => choice(name, String(value), String(value), required))}
          <span class="dim">${form.high[language]}</span>
        </div>`,
      );
    case 'yes_no':
      return group(
        html`<div class="row">${choice(name, 'true', words.yes, required)}${choice(name, 'false', words.no, required)}</div>`,
      );
  }
}

function choice(name: string, value: string, label: string, required: boolean): Html {
  return html`<label class="choice"><input type="radio" name="${name}" value="${value}" ${flag(required)} />${label}</label>`;
}

/** The page behind the link of the mail: looking at it proves nothing (programs of mail look too), its button does. */
export function confirmationPage(language: Language, token: string): Page {
  const words = pageWords[language];
  const body = html`${formStyle}
    <h1>${words.confirmTitle}</h1>
    <noscript><p>${words.noScript}</p></noscript>
    <div id="told" role="status" tabindex="-1" hidden></div>
    <form
      data-key="none"
      data-send="/api/v1/application-confirmations"
      data-done="${words.confirmed}"
      data-offline="${words.offline}"
    >
      <p>${words.confirmText}</p>
      <input type="hidden" data-field="token" value="${token}" />
      <button>${words.confirm}</button>
    </form>
    ${formScript}`;
  const here = `/apply/confirmation?token=${encodeURIComponent(token)}`;
  return withForm(htmlPage(language, words.confirmTitle, body, { here }));
}

/** There is no such form, or it is closed. */
export function closedPage(language: Language): Page {
  const words = pageWords[language];
  return htmlPage(
    language,
    words.closedTitle,
    html`<h1>${words.closedTitle}</h1>
      <p>${words.closed}</p>`,
    { status: 404, here: '/apply' },
  );
}
