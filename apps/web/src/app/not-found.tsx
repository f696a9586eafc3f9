import { Anchor, Container } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { PageHeader } from '../ui/page-header.tsx';

/** An address where nothing is. */
export function NotFound() {
  const { t } = useLingui();
  return (
    <Container size="xs" py="xl">
      <PageHeader title={t`There is nothing at this address.`}>
        <Trans>
          The link may be old or mistyped. <Anchor renderRoot={(props) => <Link to="/" {...props} />}>Back to the start</Anchor>
        </Trans>
      </PageHeader>
    </Container>
  );
}
