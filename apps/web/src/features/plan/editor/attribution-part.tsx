import { Trans, useLingui } from '@lingui/react/macro';
import { choiceName, vias } from '@cordee/core/plan';
import type { AttributionModel, Via } from '@cordee/core/plan';
import { Select } from '@mantine/core';
import { useLanguage } from '../../../lib/use-language.ts';
import { couponWords, lifetimeWords, modelWords, selfReferralWords } from './choice-words.ts';
import { ChoiceField, CountField } from './fields.tsx';
import { ModelFields } from './model-fields.tsx';
import { newModel } from './new-parts.ts';
import { Part, RemoveButton, Row } from './part.tsx';
import { usePlanEditing } from './plan-editing.tsx';
import { useOptions } from './use-options.ts';

/** Who is credited, by which touchpoints and for how long. */
export function AttributionPart() {
  const { t } = useLingui();
  const { document, write } = usePlanEditing();
  const chooseModel = (kind: unknown) => write(['attribution', 'model'], newModel(kind as AttributionModel['kind']), true);
  return (
    <Part title={<Trans>Who is credited</Trans>} note={<Trans>Touchpoints of the customer before the event.</Trans>}>
      <ChoiceField
        at={['attribution', 'model', 'kind']}
        label={t`The credit goes to`}
        data={useOptions(modelWords)}
        onWrite={chooseModel}
        w="min(100%, 340px)"
      />
      <ModelFields model={document.attribution.model} />
      <Row>
        <CountField
          at={['attribution', 'windowDays']}
          label={t`Window, in days`}
          description={t`How far back a touchpoint counts.`}
          w={220}
        />
      </Row>
      <Windows />
      <Row>
        <ChoiceField at={['attribution', 'coupon']} label={t`A partner's coupon`} data={useOptions(couponWords)} w={240} />
        <ChoiceField
          at={['attribution', 'lifetime']}
          label={t`Customers already won`}
          data={useOptions(lifetimeWords)}
          w="min(100%, 340px)"
        />
        <ChoiceField
          at={['attribution', 'selfReferral']}
          label={t`A partner's own purchases`}
          data={useOptions(selfReferralWords)}
          w={220}
        />
      </Row>
    </Part>
  );
}

/** Longer or shorter windows for some kinds of touchpoint. */
function Windows() {
  const { t } = useLingui();
  const language = useLanguage();
  const { document, write, readOnly } = usePlanEditing();
  const windows = document.attribution.windows ?? {};
  const used = vias.filter((via) => via in windows);
  const free = vias.filter((via) => !(via in windows));
  const change = (next: Partial<Record<Via, number>>) =>
    write(['attribution', 'windows'], Object.keys(next).length === 0 ? undefined : next, true);
  return (
    <>
      {used.map((via) => (
        <Row key={via}>
          <CountField
            at={['attribution', 'windows', via]}
            label={t`Window of touchpoints by ${choiceName('touch.via', via, language)}, in days`}
            w="min(100%, 340px)"
          />
          <RemoveButton
            label={t`Remove this window`}
            onClick={() => {
              const { [via]: _, ...rest } = windows;
              change(rest);
            }}
          />
        </Row>
      ))}
      {!readOnly && free.length > 0 && (
        <Select
          aria-label={t`Add another window for some touchpoints`}
          placeholder={t`Add another window for…`}
          w="min(100%, 340px)"
          data={free.map((via) => ({ value: via, label: choiceName('touch.via', via, language) }))}
          value={null}
          onChange={(via) => {
            if (via !== null) change({ ...windows, [via]: document.attribution.windowDays });
          }}
        />
      )}
    </>
  );
}
