import { Trans, useLingui } from '@lingui/react/macro';
import type { ReviewRule } from '@cordee/core/plan';
import { CurrencySelect } from '../../../ui/form/currency-select.tsx';
import { combinationWords, existingWords, reviewWords } from './choice-words.ts';
import { AmountField, ChoiceField, CountField } from './fields.tsx';
import { Part, Row } from './part.tsx';
import { useField, usePlanEditing } from './plan-editing.tsx';
import { useOptions } from './use-options.ts';

/** Currency, hold, approval, notice: what holds for all clauses. */
export function GeneralPart() {
  const { t } = useLingui();
  return (
    <Part title={<Trans>For all clauses</Trans>}>
      <Row>
        <CurrencyField />
        <ChoiceField at={['combination']} label={t`When several clauses apply`} data={useOptions(combinationWords)} w={260} />
      </Row>
      <Row>
        <CountField at={['holdDays']} label={t`Hold, in days`} description={t`From the event until it is payable.`} w={200} />
        <ReviewFields />
      </Row>
      <Row>
        <CountField
          at={['noticeDays']}
          label={t`Notice, in days`}
          description={t`Before the next version takes effect.`}
          w={200}
        />
        <ChoiceField
          at={['existingCustomers']}
          label={t`Customers when a version changes`}
          data={useOptions(existingWords)}
          w="min(100%, 340px)"
        />
      </Row>
    </Part>
  );
}

function CurrencyField() {
  const { t } = useLingui();
  const { value, error, readOnly, write, mark } = useField(['currency']);
  return (
    <CurrencySelect
      label={t`Currency`}
      allowDeselect={false}
      readOnly={readOnly}
      value={typeof value === 'string' ? value : null}
      error={error}
      onChange={(code) => write(code)}
      w={220}
      {...mark}
    />
  );
}

/** Which commissions the company approves before they are released. */
function ReviewFields() {
  const { t } = useLingui();
  const { document, write } = usePlanEditing();
  const options = useOptions(reviewWords);
  const review: ReviewRule = document.review ?? { mode: 'none' };
  const choose = (mode: unknown) => {
    // A plan of which nothing is reviewed needs no word about it.
    if (mode === 'none') write(['review'], undefined, true);
    else write(['review'], mode === 'above' ? { mode, amount: 100_000 } : { mode }, true);
  };
  return (
    <>
      <ChoiceField
        at={['review', 'mode']}
        label={t`Commissions to approve`}
        fallback="none"
        data={options}
        onWrite={choose}
        w={280}
      />
      {review.mode === 'above' && <AmountField at={['review', 'amount']} label={t`Above`} />}
    </>
  );
}
