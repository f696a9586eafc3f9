import { Anchor, Button, Group, Text } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { refresh } from '../../../lib/api/queries.ts';
import { ImportFile } from '../../../ui/import-file.tsx';

/** Stripe, a shop, a file or the API: whatever says that something was sold. */
export function EventsStep() {
  const client = useQueryClient();
  return (
    <>
      <Text>
        <Trans>
          Connect what knows your sales. Refunds and disputes then take their part of the commissions back by themselves.
        </Trans>
      </Text>
      <Group gap="xs">
        <Button component={Link} to="/console/settings/connections">
          <Trans>Connect Stripe or a shop</Trans>
        </Button>
        <Button component="a" href="/api/docs" variant="default">
          <Trans>Tell sales by API</Trans>
        </Button>
      </Group>
      <Text>
        <Trans>
          Or begin with a CSV file of sales; other kinds of files are taken in the{' '}
          <Anchor renderRoot={(props) => <Link to="/console/settings/imports" {...props} />}>imports</Anchor>.
        </Trans>
      </Text>
      <ImportFile kind="sales" onDone={() => void refresh(client, 'listImports', 'listFacts', 'getHome')} />
    </>
  );
}
