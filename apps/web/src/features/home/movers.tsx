import { Anchor, SimpleGrid, Skeleton, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { Money } from '../../ui/values.tsx';
import type { Home } from './home.queries.ts';
import classes from './movers.module.css';

type Mover = Home['rising'][number];

/** Who sold more, and who less, than in as many days before. */
export function Movers({
  rising,
  falling,
  moversPending,
  currency,
}: Pick<Home, 'rising' | 'falling' | 'moversPending' | 'currency'>) {
  const { t } = useLingui();
  if (moversPending) {
    return (
      <section aria-busy>
        <Title order={2} mb="xs">
          <Trans>Rising</Trans>
        </Title>
        <Text c="dimmed" component="output" display="block" mb="xs">
          <Trans>All partners are being added up: this comes in a moment.</Trans>
        </Text>
        <Skeleton h={96} />
      </section>
    );
  }
  if (rising.length + falling.length === 0) return null;
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
      <List title={t`Rising`} movers={rising} currency={currency} />
      <List title={t`Falling`} movers={falling} currency={currency} />
    </SimpleGrid>
  );
}

function List({ title, movers, currency }: { title: string; movers: readonly Mover[]; currency: string }) {
  return (
    <section>
      <Title order={2} mb="xs">
        {title}
      </Title>
      {movers.length === 0 ? (
        <Text c="dimmed">
          <Trans>Nobody in this period.</Trans>
        </Text>
      ) : (
        <ul className={classes['movers']}>
          {movers.map(({ partnerId, name, current, before }) => (
            <li key={partnerId}>
              <Anchor
                c="inherit"
                renderRoot={(props) => <Link to="/console/partners/$partnerId/facts" params={{ partnerId }} {...props} />}
              >
                {name}
              </Anchor>
              <span>
                <Money amount={current - before} currency={currency} signed />
                <Text component="span" size="sm" c="dimmed" ml={8}>
                  <Trans>
                    <Money amount={current} currency={currency} /> after <Money amount={before} currency={currency} />
                  </Trans>
                </Text>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
