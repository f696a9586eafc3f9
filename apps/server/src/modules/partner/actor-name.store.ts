import { encodeId } from '@cordee/core/ids';
import type { Actor } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/index.ts';

/** Who did something, as people read it. */
export interface NamedActor {
  readonly kind: Actor['kind'];
  readonly id: string | null;
  /** Of a member or a key; null once it is gone, or when nobody in particular acted. */
  readonly name: string | null;
}

/** The names of those who acted, in the order given: members by their name, keys by theirs. */
export async function nameActors(tx: Tx, workspaceId: string, actors: readonly Actor[]): Promise<NamedActor[]> {
  const users = actors.flatMap((actor) => (actor.kind === 'user' ? [actor.userId] : []));
  const keys = actors.flatMap((actor) => (actor.kind === 'key' && isUuid(actor.keyId) ? [actor.keyId] : []));
  const rows =
    users.length + keys.length === 0
      ? []
      : await tx.query<{ id: string; name: string }>(
          `select u.id, u.name from auth_user u
             join membership m on m.user_id = u.id and m.workspace_id = $1 where u.id = any($2::text[])
           union all
           select id::text, name from api_key where workspace_id = $1 and id = any($3::uuid[])`,
          [workspaceId, users, keys],
        );
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return actors.map((actor) => {
    if (actor.kind === 'user') return { kind: 'user', id: idText('usr', actor.userId), name: names.get(actor.userId) ?? null };
    if (actor.kind === 'key') return { kind: 'key', id: idText('key', actor.keyId), name: names.get(actor.keyId) ?? null };
    return { kind: actor.kind, id: null, name: actor.kind === 'system' ? actor.job : null };
  });
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}

function idText(prefix: 'usr' | 'key', id: string): string {
  return isUuid(id) ? encodeId(prefix, id) : id;
}
