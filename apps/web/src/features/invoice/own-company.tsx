import { Anchor, Fieldset, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { companyQuery } from './invoice.queries.ts';

/** Who the company is on documents: read here, written under its own heading of the settings. */
export function OwnCompany() {
  const { t } = useLingui();
  const { data } = useQuery(companyQuery);
  const identity = data?.record?.identity ?? null;
  const lacks = data?.lacks.some(({ purpose }) => purpose === 'invoices') ?? false;
  const { address = null } = identity ?? {};
  const place = [address?.street, address?.postCode, address?.town].filter((part) => part !== undefined).join(' ');
  return (
    <Fieldset legend={t`The company on documents`} maw={640}>
      {identity !== null && (
        <Text>
          <b>{identity.legalName}</b>
          {place !== '' && `, ${place}`}
        </Text>
      )}
      {lacks && (
        <Text>
          <Trans>Its name and address are missing: nothing can be made out yet.</Trans>
        </Text>
      )}
      <Anchor underline="always" renderRoot={(props) => <Link to="/console/settings/company" {...props} />}>
        <Trans>It is written under Settings › Company</Trans>
      </Anchor>
    </Fieldset>
  );
}
