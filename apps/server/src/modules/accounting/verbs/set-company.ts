import type { BooksCompany } from '@cordee/contract/accounting-values';
import { encodeId } from '@cordee/core/ids';
import { stdnum } from 'stdnum';
import type { Context } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { write } from '../../../platform/verb.ts';
import { mustKeepBooks } from '../accounting.policy.ts';
import { loadCompany, saveCompany } from '../chart.store.ts';

/** Sets what the company says of itself in its files. Refuses `invalid_request` for a SIRET that cannot exist. */
export function setBooksCompany(context: Context, company: BooksCompany): Promise<{ company: BooksCompany }> {
  mustKeepBooks(context.actor);
  const { workspaceId } = context;
  if (stdnum['FR']?.['siret']?.validate(company.siret).isValid !== true) throw new Refusal('invalid_request', [noSiret]);
  return write(context, async (tx) => {
    const before = await loadCompany(tx, workspaceId);
    await saveCompany(tx, workspaceId, company);
    const audit = { action: 'books_company.set', subject: encodeId('wsp', workspaceId), before, after: company };
    return { result: { company }, audit };
  });
}

const noSiret = {
  path: 'siret',
  rule: 'siret',
  message: { en: 'No such SIRET can exist: check its digits.', fr: 'Ce SIRET ne peut pas exister : vérifiez ses chiffres.' },
  example: '30326504500003',
};
