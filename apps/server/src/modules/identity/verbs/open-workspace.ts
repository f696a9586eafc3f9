import { randomBytes } from 'node:crypto';
import type { Language } from '@cordee/contract/language';
import { encodeId } from '@cordee/core/ids';
import type { Actor, Context } from '../../../platform/context.ts';
import { withWorkspace, type Tx } from '../../../platform/db/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { newUuid } from '../../../platform/uuid.ts';
import { recordAudit, write } from '../../../platform/verb.ts';
import { workspaceToContract } from '../identity-answer.ts';
import { mustBeThemselves } from '../identity.policy.ts';
import { insertMember } from '../members.store.ts';
import { insertWorkspace, takenSlugs, type Workspace } from '../workspaces.store.ts';
import { makeKey } from './make-key.ts';

export interface NewWorkspace {
  readonly name: string;
  readonly slug?: string | undefined;
  readonly country: string;
  readonly currency: string;
  readonly zone: string;
  readonly language: Language;
}

export interface FirstKeys {
  /** Typed id. */
  readonly workspaceId: string;
  /** null when the request is repeated: it is shown once. */
  readonly secretKey: string | null;
  readonly publishableKey: string;
}

/**
 * Creates another workspace for the signed-in owner of one. Refuses keys, who came in by a company's identity provider and is known
 * to that company alone, and `already_exists` for a taken slug.
 */
export async function createWorkspace(context: Context, input: NewWorkspace): Promise<FirstKeys> {
  const userId = mustBeThemselves(context.actor);
  return write(context, async (tx) => {
    const { keys, workspace } = await openWorkspace(tx, context, input, userId);
    await withWorkspace(tx, context.workspaceId);
    return {
      result: keys,
      repeated: { ...keys, secretKey: null },
      audit: { action: 'workspace.created', subject: keys.workspaceId, after: workspaceToContract(workspace) },
    };
  });
}

/**
 * A workspace with its first keys, and its owner unless none is given; leaves the transaction scoped to it. The first
 * publishable key has no origin yet: nothing can be sent with it until one is allowed. Refuses `already_exists`.
 */
export async function openWorkspace(
  tx: Tx,
  context: Pick<Context, 'now' | 'requestId' | 'actor'>,
  input: NewWorkspace,
  ownerId: string | null,
): Promise<{ workspace: Workspace; keys: FirstKeys }> {
  const now = context.now();
  await withWorkspace(tx, '*');
  const slug = await chooseSlug(tx, input);
  const { name, country, currency, zone, language } = input;
  const workspace: Workspace = {
    id: newUuid(now),
    name,
    slug,
    country,
    currency,
    zone,
    language,
    trackingHosts: [],
    accentColour: null,
    logo: null,
    senderName: null,
    replyTo: null,
    clickRetentionDays: null,
    embedOrigins: [],
    createdAt: now,
  };
  const { id } = workspace;

  await withWorkspace(tx, id);
  await insertWorkspace(tx, workspace, randomBytes(32));
  if (ownerId !== null) await insertMember(tx, id, { userId: ownerId, role: 'owner', partnerId: null, createdAt: now });
  const actor: Actor = ownerId === null ? context.actor : { kind: 'user', userId: ownerId, role: 'owner', partnerId: null };
  const secret = { name: 'First secret key', publishable: false, scopes: ['admin'], origins: [], expiresAt: null } as const;
  const publishable = {
    name: 'First publishable key',
    publishable: true,
    scopes: ['track:client'],
    origins: [],
    expiresAt: null,
  } as const;
  const secretKey = (await makeKey(tx, id, secret, actor, now)).text;
  const publishableKey = (await makeKey(tx, id, publishable, actor, now)).text;
  const workspaceId = encodeId('wsp', id);
  const audit = { action: 'workspace.created', subject: workspaceId, after: workspaceToContract(workspace) };
  await recordAudit(tx, { ...context, actor, workspaceId: id }, audit);
  return { workspace, keys: { workspaceId, secretKey, publishableKey } };
}

async function chooseSlug(tx: Tx, { name, slug }: NewWorkspace): Promise<string> {
  if (slug !== undefined) {
    if ((await takenSlugs(tx, [slug])).has(slug)) throw slugTaken(slug);
    return slug;
  }
  const base = slugOf(name);
  const candidates = [base, ...Array.from({ length: 4 }, () => `${base.slice(0, 43)}-${randomBytes(3).toString('hex')}`)];
  const taken = await takenSlugs(tx, candidates);
  const free = candidates.find((candidate) => !taken.has(candidate));
  if (free === undefined) throw slugTaken(base);
  return free;
}

/** `Alpes Équipement` becomes `alpes-equipement`. */
function slugOf(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const words = plain
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, 50)
    .replace(/-+$/, '');
  return words === '' ? 'workspace' : words;
}

function slugTaken(slug: string): Refusal {
  return new Refusal('already_exists', [
    { path: 'slug', rule: 'unique', message: { en: `${slug} is taken.`, fr: `${slug} est déjà pris.` } },
  ]);
}
