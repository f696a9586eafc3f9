import { useLingui } from '@lingui/react/macro';
import { useCountryName } from '../../lib/use-country-name.ts';
import { DescriptionList } from '../../ui/description-list.tsx';
import type { Identity } from './ask-company.ts';

/** Who the company is, line by line; what was not said is left out. */
export function CompanyLines({ identity }: { identity: Identity }) {
  const { t } = useLingui();
  const countryName = useCountryName();
  const { address, contact, electronicAddress } = identity;
  const town = [address?.postCode, address?.town].filter((part) => part !== undefined).join(' ');
  const place =
    address === null ? '' : [address.street, town, countryName(address.country)].filter((part) => part !== undefined).join(', ');
  return (
    <DescriptionList
      width={150}
      lines={[
        [t`Legal name`, identity.legalName],
        [t`Trade name`, identity.tradeName],
        [t`Legal form`, identity.legalForm],
        [t`Capital`, identity.capital],
        [t`Commercial register`, identity.register],
        [t`Address`, place],
        [t`SIREN`, identity.siren],
        [t`SIRET`, identity.siret],
        [t`VAT number`, identity.vatNumber],
        [t`APE code`, identity.ape],
        [t`Contact`, contact === null ? '' : `${contact.name}, ${contact.email}, ${contact.phone}`],
        [t`Electronic address`, electronicAddress === null ? '' : `${electronicAddress.id} (${electronicAddress.scheme})`],
      ]}
    />
  );
}
