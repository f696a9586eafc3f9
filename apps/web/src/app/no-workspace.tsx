import { Container } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { PageHeader } from '../ui/page-header.tsx';
import { PersonMenu } from './person-menu.tsx';

/** Somebody who is known, and belongs nowhere any more. */
export function NoWorkspace() {
  const { t } = useLingui();
  return (
    <Container size="xs" py="xl" component="main">
      <PageHeader title={t`You are in no workspace.`} actions={<PersonMenu />}>
        {t`Ask the company or the partner you work with to invite you again.`}
      </PageHeader>
    </Container>
  );
}
