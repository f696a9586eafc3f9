import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../../lib/use-language.ts';
import { Figure, Figures } from '../../ui/figures.tsx';
import { Count } from '../../ui/values.tsx';
import { claimStatisticsQuery } from './claim.queries.ts';

/** How the company answered and paid over the last twelve months. */
export function ClaimFigures() {
  const { t } = useLingui();
  const language = useLanguage();
  const { data } = useQuery(claimStatisticsQuery);
  if (data === undefined) return null;
  const number = (value: number) => value.toLocaleString(language === 'fr' ? 'fr-FR' : 'en-GB', { maximumFractionDigits: 1 });
  const days = (value: number | null) => (value === null ? '–' : number(value));
  const { decided, late, open, overdue, refused, commissionsPaid } = data;
  return (
    <Figures label={t`How claims were answered, over twelve months`}>
      <Figure label={t`Open now`} note={overdue === 0 ? undefined : <Trans>{overdue} overdue</Trans>}>
        <Count of={open} />
      </Figure>
      <Figure
        label={t`Days to answer`}
        note={
          decided === 0 ? undefined : (
            <Trans>
              median of {decided}, {late} late
            </Trans>
          )
        }
      >
        {days(data.daysToAnswer)}
      </Figure>
      <Figure
        label={t`Refusal rate`}
        note={
          decided === 0 ? undefined : (
            <Trans>
              {refused} of {decided}
            </Trans>
          )
        }
      >
        {data.refusalPercent === null
          ? '–'
          : language === 'fr'
            ? `${number(data.refusalPercent)} %`
            : `${number(data.refusalPercent)}%`}
      </Figure>
      <Figure
        label={t`Days to pay`}
        note={commissionsPaid === 0 ? undefined : <Trans>from payable to arrived, median of {commissionsPaid}</Trans>}
      >
        {days(data.daysToPay)}
      </Figure>
    </Figures>
  );
}
