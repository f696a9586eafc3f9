import type { Scope } from '@cordee/contract/route';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

export const scopeWords: Readonly<Record<Scope, MessageDescriptor>> = {
  read: msg`Read`,
  write: msg`Write`,
  track: msg`Tell events`,
  'track:client': msg`Track clicks`,
  money: msg`Pay`,
  admin: msg`Everything`,
};

export const scopeMeanings: Readonly<Record<Exclude<Scope, 'track:client'>, MessageDescriptor>> = {
  read: msg`Partners, facts, commissions, figures.`,
  write: msg`Add and change partners, programs, plans, links; decide about commissions.`,
  track: msg`Clicks, leads, sales, refunds: what a shop or a back end tells.`,
  money: msg`Start and confirm payouts.`,
  admin: msg`All of the above, and people, keys and the workspace.`,
};
