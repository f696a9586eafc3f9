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
}

const SETUP_FIELDS: readonly FormField[] = [
  { name: 'name', type: 'text', label: { en: 'Your name', fr: 'Votre nom' }, autocomplete: 'name' },
  { name: 'email', type: 'email', label: { en: 'E-mail', fr: 'E-mail' }, autocomplete: 'email' },
  {
    name: 'password',
    type: 'password',
    label: { en: 'Password', fr: 'Mot de passe' },
    note: { en: '10 characters or more', fr: '10 caractères ou plus' },
    autocomplete: 'new-password',
  },
  { name: 'workspace', type: 'text', label: { en: 'Company', fr: 'Entreprise' }, autocomplete: 'organization' },
  {
    name: 'country',
    type: 'text',
    label: { en: 'Country', fr: 'Pays' },
    note: { en: 'two letters, such as FR', fr: 'deux lettres, par exemple FR' },
    autocomplete: 'country',
    value: (language) => (language === 'fr' ? 'FR' : ''),
  },
  {
    name: 'currency',
    type: 'text',
    label: { en: 'Currency', fr: 'Devise' },
    note: { en: 'three letters, such as EUR', fr: 'trois lettres, par exemple EUR' },
    autocomplete: 'off',
    value: () => 'EUR',
  },
  {
    name: 'zone',
    type: 'text',
    label: { en: 'Time zone', fr: 'Fuseau horaire' },
    note: { en: 'such as Europe/Paris', fr: 'par exemple Europe/Paris' },
    autocomplete: 'off',
    value: () => 'Europe/Paris',
  },
];

const PASSWORD_FIELDS = SETUP_FIELDS.filter(({ name }) => name === 'password');

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
  return formPage(state, title, html`<p>${lead}</p>`, '/setup', SETUP_FIELDS);
}

export function invitationForm(state: FormState): Page {
  const title = say(state.language, { en: 'Choose your password', fr: 'Choisissez votre mot de passe' });
  return formPage(state, title, new Html(''), '/invitation', PASSWORD_FIELDS);
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
    <h3>${labels.secret}</h3>
    <pre>${keys.secretKey ?? ''}</pre>
    <h3>${labels.publishable}</h3>
    <pre>${keys.publishableKey}</pre>
    <h3>${labels.workspace}</h3>
    <pre>${keys.workspaceId}</pre>
    <p><a href="/api/docs">${labels.next}</a></p>`;
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
  fields: readonly FormField[],
): Page {
  const submit = say(language, { en: 'Continue', fr: 'Continuer' });
  const body = html`<h1>${title}</h1>
    ${lead}${problem === null ? '' : problemBox(language, problem)}
    <form method="post" action="${action}">
      <input type="hidden" name="token" value="${token}" />
      ${fields.map((field) => fieldMarkup(language, field, values[field.name]))}
      <button>${submit}</button>
    </form>`;
  return htmlPage(language, title, body, { status: problem === null ? 200 : 422, narrow: true });
}

function problemBox(language: Language, { title, hint, fields }: NonNullable<FormState['problem']>): Html {
  const items = fields.map(({ path, message }) => html`<li><code>${path}</code> ${message[language]}</li>`);
  return html`<div class="problem" role="alert">
    <strong>${title[language]}</strong>
    <p>${hint[language]}</p>
    <ul>
      ${items}
    </ul>
  </div>`;
}

function fieldMarkup(
  language: Language,
  { name, type, label, note, autocomplete, value }: FormField,
  typed: string | undefined,
): Html {
  const shown = type === 'password' ? '' : (typed ?? value?.(language) ?? '');
  const aside = note === undefined ? '' : html` <small>${note[language]}</small>`;
  return html`<label for="${name}">${label[language]}${aside}</label>
    <input id="${name}" name="${name}" type="${type}" value="${shown}" autocomplete="${autocomplete}" required />`;
}

function say(language: Language, sentence: Bilingual): string {
  return sentence[language];
}

/** What a refusal says on a page. */
export function problemOfRefusal(code: keyof typeof errors, fields: readonly FieldFault[]): NonNullable<FormState['problem']> {
  const { title, hint } = errors[code];
  return { title, hint, fields };
}
