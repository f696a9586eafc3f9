import type { Access, Role } from './route.ts';

const staff: readonly Role[] = ['owner', 'manager', 'finance', 'viewer'];

/** Everybody of the company reads. */
export const staffRead: Access = { roles: staff, scope: 'read' };

/** The company reads all, a partner what is its own: the query narrows by actor. */
export const sharedRead: Access = { roles: [...staff, 'partner'], scope: 'read' };

/** Owners and managers decide. */
export const manage: Access = { roles: ['owner', 'manager'], scope: 'write' };

/** Owners and managers for anybody, a partner for itself: the verb narrows by actor. */
export const manageOrOwn: Access = { roles: ['owner', 'manager', 'partner'], scope: 'write' };

/** As `sharedRead`, and also to a partner whose partnership has ended, as long as it reads what stays its own. */
export const lastingRead: Access = { ...sharedRead, lasting: true };
