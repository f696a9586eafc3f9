import type { CharterDetail } from '@cordee/contract/charter';
import type { BeginCharter } from '@cordee/contract/charter-actions';
import { presetCharter } from '@cordee/core/charter';
import { encodeId } from '@cordee/core/ids';
import { localDateOf } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { newUuid } from '../../../platform/uuid.ts';
import { write } from '../../../platform/verb.ts';
import { companyPartyOn } from '../../company/index.ts';
import { zoneOf } from '../../fact/index.ts';
import { mustKnowPartners, partnerNames } from '../../partner/index.ts';
import { insertCharter, insertEntry, insertVersion } from '../charter-change.store.ts';
import { mustManageCharters } from '../charter.policy.ts';
import { hashOf } from '../hold-charter.ts';
import { detailOf } from '../read-charter.ts';
import { fault } from '../refusals.ts';

/** Begins a charter with the clauses of its kind, as a draft of the company. Refuses `already_exists` while the partner has one. */
export function beginCharter(context: Context, input: BeginCharter): Promise<Wire<CharterDetail>> {
  mustManageCharters(context.actor);
  const { workspaceId, actor } = context;
  return write(context, async (tx) => {
    const { partnerId, kind } = input;
    await mustKnowPartners(tx, workspaceId, [partnerId], () => 'partnerId');
    const openedAt = context.now();
    const id = newUuid(openedAt);
    if (!(await insertCharter(tx, workspaceId, { id, partnerId, kind, openedAt }))) {
      throw new Refusal('already_exists', [hasOne]);
    }
    const document = presetCharter({
      kind,
      prevailing: input.prevailing,
      company: await companyPartyOn(tx, workspaceId, localDateOf(openedAt, await zoneOf(tx, workspaceId))),
      partner: { name: (await partnerNames(tx, workspaceId, [partnerId])).get(partnerId) ?? '', details: '' },
      people: [
        { key: 'company', side: 'company', name: input.companyPerson, title: '' },
        { key: 'partner', side: 'partner', name: input.partnerPerson, title: '' },
      ],
    });
    const side = 'company';
    await insertVersion(tx, workspaceId, { charterId: id, number: 1, side, document, hash: hashOf(document), openedAt });
    const said = { clause: null, proposal: null, text: null };
    await insertEntry(tx, workspaceId, id, { ...said, at: openedAt, kind: 'began', side, actor, version: 1 });
    const result = await detailOf(tx, context, id, null);
    const after = { partnerId: encodeId('prt', partnerId), kind, prevailing: input.prevailing };
    return { result, audit: { action: 'charter.began', subject: encodeId('chr', id), after } };
  });
}

const hasOne = fault(
  'partnerId',
  'unique',
  'This partner has a charter: draft a new version of it.',
  'Ce partenaire a déjà une charte : préparez-en une nouvelle version.',
);
