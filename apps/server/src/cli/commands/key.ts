import { scopes } from '@cordee/contract/route';
import { decodeId } from '@cordee/core/ids';
import { createKey as create, listKeys as list, revokeKey as revoke } from '../../modules/identity/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { defineCommand, WORKSPACE } from '../command.ts';
import { everyPage } from '../every-page.ts';
import { table } from '../table.ts';
import { UsageError } from '../usage-error.ts';

const SECRET_SCOPES = scopes.filter((scope) => scope !== 'track:client');

export const listKeys = defineCommand({
  name: 'key list',
  summary: { en: 'The API keys of a workspace, newest first.', fr: 'Les clés d’API d’un espace, les plus récentes d’abord.' },
  options: { workspace: WORKSPACE },
  positionals: [],
  async run({ options, installation, say }) {
    const context = await (await installation()).context(options.workspace);
    const keys = await everyPage((page) => list(context, page));
    const headings = say({
      en: 'id|prefix|name|may|last used|ends',
      fr: 'id|préfixe|nom|peut|dernier usage|fin',
    }).split('|');
    const rows = keys.map((key) => [
      key.id,
      key.prefix,
      key.name,
      (key.publishable ? key.origins : key.scopes).join(' '),
      key.lastUsedAt ?? '—',
      key.revokedAt ?? key.expiresAt ?? '—',
    ]);
    return { json: keys, text: table(headings, rows) };
  },
});

export const createKey = defineCommand({
  name: 'key create',
  summary: {
    en: 'Create an API key; its text is shown this once.',
    fr: 'Créer une clé d’API ; son texte n’est montré que cette fois.',
  },
  options: {
    workspace: WORKSPACE,
    scope: {
      kind: 'list',
      value: 'scope',
      choices: SECRET_SCOPES,
      help: { en: 'what a secret key may do', fr: 'ce que peut faire une clé secrète' },
    },
    origin: {
      kind: 'list',
      value: 'https://…',
      help: {
        en: 'instead of scopes: a publishable key, for pages of this origin',
        fr: 'au lieu de droits : une clé publiable, pour les pages de cette origine',
      },
    },
    expires: { kind: 'instant', value: 'date', help: { en: 'when it stops working', fr: 'quand elle cesse de valoir' } },
  },
  positionals: [{ name: 'name', help: { en: 'what the key is for', fr: 'à quoi sert la clé' } }],
  async run({ options, words, installation, say }) {
    if ((options.scope.length === 0) === (options.origin.length === 0)) throw scopeOrOrigin();
    const context = await (await installation()).context(options.workspace);
    const common = { name: words.name, expiresAt: options.expires };
    const granted = SECRET_SCOPES.filter((scope) => options.scope.includes(scope));
    const key = await create(
      context,
      options.origin.length > 0
        ? { ...common, publishable: true, origins: options.origin.map(originOf) }
        : { ...common, publishable: false, scopes: granted },
    );
    const text = say({
      en: `${key.secret ?? ''}\nKeep it now: it is not shown again. Its id is ${key.id}.`,
      fr: `${key.secret ?? ''}\nGardez-la maintenant : elle ne sera plus montrée. Son identifiant est ${key.id}.`,
    });
    return { json: key, text };
  },
});

export const revokeKey = defineCommand({
  name: 'key revoke',
  summary: { en: 'End an API key for good.', fr: 'Mettre fin à une clé d’API.' },
  options: { workspace: WORKSPACE },
  positionals: [{ name: 'id', help: { en: 'its id, key_…', fr: 'son identifiant, key_…' } }],
  async run({ options, words, installation, say }) {
    const context = await (await installation()).context(options.workspace);
    const id = decodeId('key', words.id);
    if (id === null) throw new Refusal('not_found');
    await revoke(context, id);
    const text = say({
      en: `${words.id} stops working within 5 seconds.`,
      fr: `${words.id} cesse de valoir dans les 5 secondes.`,
    });
    return { json: { id: words.id, revoked: true }, text };
  },
});

function originOf(text: string): string {
  const origin = URL.canParse(text) ? new URL(text).origin : 'null';
  if (origin !== 'null' && origin === text.replace(/\/$/, '')) return origin;
  throw new UsageError({
    en: `--origin cannot be "${text}". Right: https://shop.example.com.`,
    fr: `--origin ne peut valoir « ${text} ». Correct : https://shop.example.com.`,
  });
}

function scopeOrOrigin(): UsageError {
  return new UsageError({
    en: 'Give --scope for a secret key, or --origin for a publishable one.',
    fr: 'Donnez --scope pour une clé secrète, ou --origin pour une clé publiable.',
  });
}
