import { Container } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { PageHeader } from '../ui/page-header.tsx';

/** In a frame whose token has expired, or was cut off. */
export function EmbedOver() {
  const { t } = useLingui();
  return (
    <Container size="xs" py="xl" component="main">
      <PageHeader title={t`This view is over.`}>{t`Load the page it stands in anew.`}</PageHeader>
    </Container>
  );
}
