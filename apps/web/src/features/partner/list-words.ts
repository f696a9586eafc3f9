import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { ColumnId } from './partner-columns.ts';
import type { EnrollmentState, PartnerSort } from './partner.queries.ts';

export const columnWords: Readonly<Record<ColumnId, MessageDescriptor>> = {
  kind: msg`Kind`,
  stage: msg`Stage`,
  tags: msg`Tags`,
  country: msg`Country`,
  programs: msg`Programs`,
  earned: msg`Earned`,
  lastActivity: msg`Last activity`,
  email: msg`E-mail`,
  reference: msg`Your reference`,
  since: msg`Since`,
};

export const sortWords: Readonly<Record<PartnerSort, MessageDescriptor>> = {
  name: msg`By name`,
  newest: msg`Newest partners first`,
  earned: msg`Most earned first`,
  lastActivity: msg`Latest activity first`,
};

export const enrollmentWords: Readonly<Record<EnrollmentState, MessageDescriptor>> = {
  pending: msg`Enrollment waiting`,
  active: msg`Enrollment active`,
  paused: msg`Enrollment paused`,
  ended: msg`Enrollment ended`,
};
