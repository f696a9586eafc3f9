import type { Role } from '@cordee/contract/route';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

export const roleWords: Readonly<Record<Role, MessageDescriptor>> = {
  owner: msg`Owner`,
  manager: msg`Partnership manager`,
  finance: msg`Finance`,
  viewer: msg`Reader`,
  partner: msg`Partner`,
};

export const roleMeanings: Readonly<Record<Role, MessageDescriptor>> = {
  owner: msg`Everything, people and keys included.`,
  manager: msg`Everything but people, keys and the workspace itself.`,
  finance: msg`Approves, pays, and reads.`,
  viewer: msg`Reads.`,
  partner: msg`Sees the portal of one partner.`,
};

export const allRoles = Object.keys(roleWords) as Role[];
