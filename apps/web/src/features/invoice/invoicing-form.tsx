import { useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { refresh } from '../../lib/api/queries.ts';
import { ContractForm } from '../../ui/form/contract-form.tsx';
import { useContractForm } from '../../ui/form/use-contract-form.ts';
import { toast } from '../../ui/toast.ts';
import { mayInvoice } from './may-invoice.ts';
import { touched, type Invoicing } from './invoice.queries.ts';
import { MakingOutFields, MandateFields } from './invoicing-fields.tsx';
import { fieldOf, toInvoicing, valuesOf } from './invoicing-values.ts';
import { SentencesFields } from './sentence-fields.tsx';

/** All of how the company invoices, in one form; who may not change it reads it. */
export function InvoicingForm({ invoicing }: { invoicing: Invoicing }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const state = useContractForm({
    route: 'setInvoicing',
    schema: async () => (await import('@cordee/contract/invoicing')).invoicingRoutes.setInvoicing.body,
    initial: valuesOf(invoicing),
    toInput: (values) => ({ body: toInvoicing(values) }),
    fieldOf,
    onDone: async () => {
      await refresh(client, 'getInvoicing', 'getMandateOffer', ...touched);
      toast(t`Kept. It holds for what is made out from now on.`);
    },
  });
  const disabled = !mayInvoice();
  return (
    <ContractForm state={state} verb={t`Keep`} disabled={disabled}>
      <MakingOutFields form={state.form} disabled={disabled} />
      <MandateFields form={state.form} disabled={disabled} />
      <SentencesFields form={state.form} disabled={disabled} />
    </ContractForm>
  );
}
