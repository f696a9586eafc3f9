import { errors, type FieldFault } from '@cordee/contract/errors';
import type { Bilingual, Language } from '@cordee/contract/language';
import { Html, html, htmlPage, type Page } from '../../platform/http/index.ts';
import type { FirstKeys } from './verbs/open-workspace.ts';

interface FormField {
  readonly name: string;
  readonly type: 'text' | 'email' | 'password';
  readonly label: Bilingual;
  readonly note?: Bilingual;
  readonly autocomplete: string;
  readonly value?: (language: Language) => string;
  readonly maxLength?: number;
  readonly options?: readonly string[];
}

interface FieldGroup {
  readonly title: Bilingual;
  /** Fields of one line stand side by side. */
  readonly lines: readonly (readonly FormField[])[];
}

const PASSWORD: FormField = {
  name: 'password',
  type: 'password',
  label: { en: 'Password', fr: 'Mot de passe' },
  note: { en: '10 characters or more', fr: '10 caractères ou plus' },
  autocomplete: 'new-password',
};

const YOU: FieldGroup = {
  title: { en: 'You', fr: 'Vous' },
  lines: [
    [{ name: 'name', type: 'text', label: { en: 'Your name', fr: 'Votre nom' }, autocomplete: 'name' }],
    [{ name: 'email', type: 'email', label: { en: 'E-mail', fr: 'E-mail' }, autocomplete: 'email' }],
    [PASSWORD],
  ],
};

const COMPANY: FieldGroup = {
  title: { en: 'Your company', fr: 'Votre entreprise' },
  lines: [
    [{ name: 'workspace', type: 'text', label: { en: 'Name', fr: 'Nom' }, autocomplete: 'organization' }],
    [
      {
        name: 'country',
        type: 'text',
        label: { en: 'Country', fr: 'Pays' },
        note: { en: 'two letters: FR', fr: 'deux lettres : FR' },
        autocomplete: 'country',
        value: (language) => (language === 'fr' ? 'FR' : ''),
        maxLength: 2,
      },
      {
        name: 'currency',
        type: 'text',
        label: { en: 'Currency', fr: 'Devise' },
        note: { en: 'three letters: EUR', fr: 'trois lettres : EUR' },
        autocomplete: 'off',
        value: () => 'EUR',
        maxLength: 3,
      },
    ],
    [
      {
        name: 'zone',
        type: 'text',
        label: { en: 'Time zone', fr: 'Fuseau horaire' },
        note: { en: 'where your days begin and end', fr: 'celui où commencent vos journées' },
        autocomplete: 'off',
        value: () => 'Europe/Paris',
        options: Intl.supportedValuesOf('timeZone'),
      },
    ],
  ],
};

export interface FormState {
  readonly language: Language;
  readonly token: string;
  readonly values: Readonly<Record<string, string>>;
  readonly problem: { readonly title: Bilingual; readonly hint: Bilingual; readonly fields: readonly FieldFault[] } | null;
}

export function setupForm(state: FormState): Page {
  const title = say(state.language, { en: 'Create the first administrator', fr: 'Créer le premier administrateur' });
  const lead = say(state.language, {
    en: 'This server is new. Whoever fills this in owns the first workspace.',
    fr: 'Ce serveur est neuf. Qui remplit ce formulaire est propriétaire du premier espace.',
  });
  return formPage(state, title, html`<p>${lead}</p>`, '/setup', [YOU, COMPANY]);
}

export function invitationForm(state: FormState): Page {
  const title = say(state.language, { en: 'Choose your password', fr: 'Choisissez votre mot de passe' });
  return formPage(state, title, new Html(''), '/invitation', [{ title: PASSWORD.label, lines: [[PASSWORD]] }]);
}

export function setupDone(language: Language, keys: FirstKeys): Page {
  const title = say(language, { en: 'Your workspace is ready', fr: 'Votre espace est prêt' });
  const lead = say(language, {
    en: 'Copy the secret key now: it is shown this once. Keep it out of pages and repositories.',
    fr: "Copiez la clé secrète maintenant : elle ne s'affiche que cette fois. Ne la placez ni dans une page ni dans un dépôt.",
  });
  const labels = {
    workspace: say(language, { en: 'Workspace', fr: 'Espace' }),
    secret: say(language, { en: 'Secret key', fr: 'Clé secrète' }),
    publishable: say(language, { en: 'Publishable key', fr: 'Clé publiable' }),
    next: say(language, { en: 'Next: the API reference', fr: "Ensuite : la référence de l'API" }),
  };
  const body = html`<h1>${title}</h1>
    <p>${lead}</p>
    ${shownKey(labels.secret, keys.secretKey ?? '')} ${shownKey(labels.publishable, keys.publishableKey)}
    ${shownKey(labels.workspace, keys.workspaceId)}
    <p><a href="/api/docs?lang=${language}">${labels.next}</a></p>`;
  return htmlPage(language, title, body, { status: 201, narrow: true });
}

export function invitationDone(language: Language, email: string): Page {
  const title = say(language, { en: 'Your password is set', fr: 'Votre mot de passe est enregistré' });
  const lead = say(language, { en: `You can now sign in as ${email}.`, fr: `Vous pouvez maintenant vous connecter : ${email}.` });
  return htmlPage(
    language,
    title,
    html`<h1>${title}</h1>
      <p>${lead}</p>`,
    { narrow: true },
  );
}

function formPage(
  { language, token, values, problem }: FormState,
  title: string,
  lead: Html,
  action: string,
  groups: readonly FieldGroup[],
): Page {
  const submit = say(language, { en: 'Continue', fr: 'Continuer' });
  const body = html`<h1>${title}</h1>
    ${lead}${problem === null ? '' : problemBox(language, problem, groups)}
    <form method="post" action="${action}?lang=${language}">
      <input type="hidden" name="token" value="${token}" />
      ${groups.map(
        (group) =>
          html`<fieldset>
            <legend>${group.title[language]}</legend>
            ${group.lines.map((line) => lineMarkup(language, line, values))}
          </fieldset>`,
      )}
      <button>${submit}</button>
    </form>`;
  const here = `${action}?token=${encodeURIComponent(token)}`;
  return htmlPage(language, title, body, { status: problem === null ? 200 : 422, narrow: true, here });
}

function lineMarkup(language: Language, line: readonly FormField[], values: FormState['values']): Html {
  const fields = line.map((field) => html`<div>${fieldMarkup(language, field, values[field.name])}</div>`);
  return html`<div class="${line.length > 1 ? 'pair' : 'single'}">${fields}</div>`;
}

function shownKey(label: string, key: string): Html {
  return html`<h4>${label}</h4>
    <pre class="key">${key}</pre>`;
}

function problemBox(
  language: Language,
  { title, hint, fields }: NonNullable<FormState['problem']>,
  groups: readonly FieldGroup[],
): Html {
  const items = fields.map(
    ({ path, message }) =>
      html`<li><strong>${labelOf(language, path, groups)}</strong>${language === 'fr' ? ' : ' : ': '}${message[language]}</li>`,
  );
  const heading = fields.length === 0 ? title : FAULTY;
  return html`<div class="problem" role="alert">
    <strong>${heading[language]}</strong>
    ${
      fields.length === 0
        ? html`<p>${hint[language]}</p>`
        : html`<ul>
            ${items}
          </ul>`
    }
  </div>`;
}

const FAULTY: Bilingual = { en: 'Some answers are not right yet.', fr: 'Quelques réponses sont à corriger.' };

/** Faults name fields as the API does; the form asks for the company's name as `workspace`. */
function labelOf(language: Language, path: string, groups: readonly FieldGroup[]): string {
  const name = path === 'workspace.name' ? 'workspace' : path.replace('workspace.', '');
  const field = groups.flatMap(({ lines }) => lines.flat()).find((one) => one.name === name);
  return field === undefined ? path : field.label[language];
}

function fieldMarkup(
  language: Language,
  { name, type, label, note, autocomplete, value, maxLength, options }: FormField,
  typed: string | undefined,
): Html {
  const shown = type === 'password' ? '' : (typed ?? value?.(language) ?? '');
  const aside = note === undefined ? '' : html` <small>${note[language]}</small>`;
  const list =
    options === undefined
      ? ''
      : html`<datalist id="${name}-options">${options.map((text) => html`<option value="${text}"></option>`)}</datalist>`;
  return html`<label for="${name}">${label[language]}${aside}</label>
    <input
      id="${name}"
      name="${name}"
      type="${type}"
      value="${shown}"
      autocomplete="${autocomplete}"
      maxlength="${maxLength ?? 254}"
      list="${options === undefined ? '' : `${name}-options`}"
      required
    />${list}`;
}

function say(language: Language, sentence: Bilingual): string {
  return sentence[language];
}

/** What a refusal says on a page. */
export function problemOfRefusal(code: keyof typeof errors, fields: readonly FieldFault[]): NonNullable<FormState['problem']> {
  const { title, hint } = errors[code];
  return { title, hint, fields };
}
