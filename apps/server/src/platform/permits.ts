import type { Role, Scope } from '@cordee/contract/route';
import type { Actor } from './context.ts';

/**
 * Whether somebody may do what these roles and this scope allow: users by role, secret keys by scope (`admin` holds all),
 * our own jobs always, inbound hooks never.
 */
export function permits(actor: Actor, roles: readonly Role[], scope: Scope): boolean {
  if (actor.kind === 'user') return roles.includes(actor.role);
  if (actor.kind === 'key') return !actor.publishable && (actor.scopes.includes(scope) || actor.scopes.includes('admin'));
  return actor.kind === 'system';
}
