import type { AnswerOf } from '../../lib/api/call.ts';
import { askAuth } from '../../lib/auth.ts';
import { pagesOf, queryOf, type ItemOf } from '../../lib/api/queries.ts';

export type Workspace = AnswerOf<'getWorkspace'>;
export type Member = ItemOf<'listMembers'>;
export type Key = ItemOf<'listKeys'>;
export type AuditEntry = ItemOf<'listAudit'>;
export type SignOn = AnswerOf<'getSignOn'>;
export type SignOnConnection = NonNullable<SignOn['connection']>;
export type SealKeys = AnswerOf<'listSealKeys'>;
export type Archive = ItemOf<'listExports'>;

/** What the address of the audit trail says. */
export interface AuditFilters {
  readonly action?: string;
  readonly subject?: string;
}

export interface Passkey {
  readonly id: string;
  readonly name?: string | null;
  readonly createdAt?: string | null;
}

export const workspaceQuery = queryOf('getWorkspace', {});
export const signOnQuery = queryOf('getSignOn', {});
export const membersQuery = pagesOf('listMembers', { query: { limit: 100 } });
export const keysQuery = pagesOf('listKeys', { query: { limit: 100 } });
export const auditQuery = (filters: AuditFilters) => pagesOf('listAudit', { query: { ...filters, limit: 100 } });
export const exportsQuery = pagesOf('listExports', { query: { limit: 20 } });
export const storageQuery = queryOf('getFileStorage', {});
export const sealKeysQuery = queryOf('listSealKeys', {});
export const passkeysQuery = {
  queryKey: ['passkeys'],
  queryFn: async () => (await askAuth('GET', '/passkey/list-user-passkeys')) as readonly Passkey[],
};
