import { Anchor, Skeleton, Text } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useCountryName } from '../../../lib/use-country-name.ts';
import { workspaceQuery } from './first-steps.queries.ts';

/** What was chosen when the workspace was made. */
export function CompanyStep() {
  const { data } = useQuery(workspaceQuery);
  const countryName = useCountryName();
  if (data === undefined) return <Skeleton h={44} />;
  const language = data.language === 'fr' ? 'Français' : 'English';
  return (
    <>
      <Text>
        <b>{data.name}</b> · {countryName(data.country)} · {data.currency} · {language} · {data.zone}
      </Text>
      <Text size="sm" c="dimmed">
        <Trans>
          Name, language, logo and colours can be changed in the{' '}
          <Anchor renderRoot={(props) => <Link to="/console/settings" {...props} />}>settings</Anchor>.
        </Trans>
      </Text>
    </>
  );
}
