import { Select, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { PartnerSelect } from '../../ui/form/partner-select.tsx';
import type { useEnrollmentChoice } from './use-enrollment-choice.ts';

interface EnrollmentFieldsProps {
  readonly choice: ReturnType<typeof useEnrollmentChoice>;
  /** The partner stands already. */
  readonly isGiven: boolean;
  readonly error: ReactNode;
}

/** For whom it is declared, and in which program. */
export function EnrollmentFields({ choice, isGiven, error }: EnrollmentFieldsProps) {
  const { t } = useLingui();
  const { partnerId, setPartner, options, enrollmentId, choose } = choice;
  const several = options !== undefined && options.length > 1;
  return (
    <>
      {!isGiven && <PartnerSelect label={t`Partner`} value={partnerId} onChange={setPartner} error={several ? null : error} />}
      {several && (
        <Select
          label={t`Program`}
          data={options}
          value={enrollmentId === '' ? null : enrollmentId}
          onChange={choose}
          error={error}
        />
      )}
      {options?.length === 0 && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          <Trans>This partner is active in no program: enroll it first.</Trans>
        </Text>
      )}
    </>
  );
}
