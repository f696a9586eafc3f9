import type { Fact } from '@cordee/core/counting';
import { encodeId } from '@cordee/core/ids';

export interface FactReference {
  readonly source: string;
  readonly externalId: string;
}

/** How people know a fact: by the id its sender gave it, also when it was recorded again; our own by the id of what they are about. */
export function referenceOf({
  kind,
  source,
  externalId,
  body,
}: Pick<Fact, 'kind' | 'source' | 'externalId'> & { readonly body: Pick<Fact['body'], 'again'> }): FactReference {
  if (body.again !== undefined) {
    const [first = source, own = externalId] = body.again.split('\u001F');
    return { source: first, externalId: own };
  }
  if (kind === 'referral') return { source, externalId: encodeId('enr', externalId) };
  if (kind === 'click') return { source, externalId: encodeId('clk', externalId) };
  return { source, externalId };
}
