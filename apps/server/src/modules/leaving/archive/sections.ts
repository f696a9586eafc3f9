import type { Side } from '@cordee/core/partnership';
import type { Asking } from './asking.ts';

/** A file of the archive, in pieces. */
export interface ArchiveFile {
  readonly name: string;
  readonly chunks: AsyncIterable<Buffer> | Iterable<Buffer>;
}

/** A subject of the archive; its files come one after the other. */
export interface Section {
  readonly name: string;
  readonly files: (ask: Asking) => AsyncIterable<ArchiveFile>;
}

/** What an archive of one side holds, by what that side may read. Clicks are left out: they are many, and none of them is an amount. */
export function sectionsOf(side: Side, partner: string): readonly Section[] {
  const own = { partnerId: partner };
  const byId = { id: partner };
  const both: readonly Section[] = [
    one('partner', 'getPartner', byId),
    one('terms', 'getTerms', byId),
    one('balance', 'getBalance', byId),
    one('leaving', 'getLeaving', byId),
    one('visibility', 'getVisibility', byId),
    one('people', 'listPartnershipPeople', byId),
    one('accounts-of-people', 'listPeople', byId),
    one('bank-accounts', 'listPartnerAccounts', byId),
    one('tax', 'getPartnerTax', byId),
    pages('tax-details', 'listPartnerTaxDetails', { params: byId }),
    pages('enrollments', 'listEnrollments', { query: own }),
    pages('links', 'listLinks', { query: own }),
    pages('coupons', 'listCoupons', { query: own }),
    pages('facts', 'listFacts', { query: own }),
    pages('commissions', 'listCommissions', { query: own }),
    table('commissions', 'listCommissions', { ...own, format: 'csv' }),
    pages('contributions', 'listContributions', { query: own }),
    pages('payouts', 'listPayouts', { query: own }),
    pages('exchanges', 'listExchanges', { query: own }),
    pages('rehearsals', 'listExitRehearsals', { params: byId }),
    pages('joint-facts', 'listJointFacts', { params: byId }),
    details('claims', 'listClaims', 'getClaim', own),
    details('obligations', 'listObligations', 'getObligation', own),
    details('qualifications', 'listQualifications', 'getQualification', own),
    statements(own),
    invoices(own),
    charters(own),
    envelopes(own),
  ];
  const more: readonly Section[] =
    side === 'partner'
      ? [pages('own-notes', 'listOwnNotes', { params: byId })]
      : [
          one('partnership', 'getPartnership', byId),
          pages('notes', 'listNotes', { params: byId }),
          pages('timeline', 'getTimeline', { params: byId }),
          pages('tax-decisions', 'listTaxDecisions', { params: byId }),
          pages('vat-checks', 'listVatChecks', { params: byId }),
        ];
  return [...both, ...more, handedIn()];
}

type Named = Readonly<Record<string, string>>;

function one(name: string, route: string, params: Named): Section {
  return {
    name,
    async *files(ask) {
      const found = await ask.json(route, { params });
      if (found !== null) yield { name: `data/${name}.json`, chunks: [text(found)] };
    },
  };
}

function pages(name: string, route: string, input: { readonly params?: Named; readonly query?: Named }): Section {
  return {
    name,
    async *files(ask) {
      yield { name: `data/${name}.json`, chunks: arrayOf(ask.items(route, input)) };
    },
  };
}

function table(name: string, route: string, query: Named): Section {
  return {
    name: `${name}.csv`,
    async *files(ask) {
      const chunks = await ask.bytes(route, { query });
      if (chunks !== null) yield { name: `data/${name}.csv`, chunks };
    },
  };
}

function details(name: string, list: string, get: string, query: Named): Section {
  return {
    name,
    async *files(ask) {
      yield { name: `data/${name}.json`, chunks: arrayOf(each(ask, list, get, query)) };
    },
  };
}

async function* each(ask: Asking, list: string, get: string, query: Named): AsyncGenerator {
  for await (const item of ask.items(list, { query })) {
    const found = await ask.json(get, { params: { id: idOf(item) } });
    if (found !== null) yield found;
  }
}

function statements(query: Named): Section {
  return {
    name: 'statements',
    async *files(ask) {
      for await (const item of ask.items('listStatements', { query })) {
        const params = { id: idOf(item) };
        const name = `statements/${fileName(item, 'number')}`;
        const pdf = await ask.bytes('readStatement', { params, query: { format: 'pdf' } });
        if (pdf !== null) yield { name: `${name}.pdf`, chunks: pdf };
        const csv = await ask.bytes('readStatement', { params, query: { format: 'csv' } });
        if (csv !== null) yield { name: `${name}.csv`, chunks: csv };
      }
    },
  };
}

function invoices(query: Named): Section {
  return {
    name: 'invoices',
    async *files(ask) {
      for await (const item of ask.items('listInvoices', { query })) {
        const params = { id: idOf(item) };
        const name = `invoices/${fileName(item, 'number')}`;
        const found = await ask.json('getInvoice', { params });
        if (found !== null) yield { name: `${name}.json`, chunks: [text(found)] };
        const file = await ask.bytes('downloadInvoice', { params });
        if (file !== null) yield { name: `${name}.pdf`, chunks: file };
      }
    },
  };
}

function charters(query: Named): Section {
  return {
    name: 'charters',
    async *files(ask) {
      for await (const item of ask.items('listCharters', { query })) {
        const id = idOf(item);
        const charter = await ask.json('getCharter', { params: { id } });
        if (charter === null) continue;
        yield { name: `charters/${id}/charter.json`, chunks: [text(charter)] };
        for (const { number, state } of versionsOf(charter)) {
          const params = { id, number: String(number) };
          const version = await ask.json('getCharterVersion', { params });
          if (version !== null) yield { name: `charters/${id}/version-${number}.json`, chunks: [text(version)] };
          if (!['approved', 'announced', 'signed'].includes(state)) continue;
          const paper = await ask.bytes('getCharterPaper', { params });
          if (paper !== null) yield { name: `charters/${id}/version-${number}.pdf`, chunks: paper };
        }
      }
    },
  };
}

function envelopes(query: Named): Section {
  return {
    name: 'signatures',
    async *files(ask) {
      for await (const item of ask.items('listEnvelopes', { query })) {
        const id = idOf(item);
        const found = await ask.json('getEnvelope', { params: { id } });
        if (found !== null) yield { name: `signatures/${id}.json`, chunks: [text(found)] };
        // The bundle holds the papers, the trail and how to check them.
        const bundle = fieldOf(item, 'state') === 'completed' ? await ask.bytes('readEnvelopeBundle', { params: { id } }) : null;
        if (bundle !== null) yield { name: `signatures/${id}.zip`, chunks: bundle };
      }
    },
  };
}

/** Files that anything above refers to, as far as this side may read them; last, since they are found on the way. */
function handedIn(): Section {
  return {
    name: 'files',
    async *files(ask) {
      for (const id of ask.filesSeen()) {
        const about = await ask.json('getFile', { params: { id } });
        const content = about === null ? null : await ask.bytes('downloadFile', { params: { id } });
        if (content !== null) yield { name: `files/${id}-${fileName(about, 'name')}`, chunks: content };
      }
    },
  };
}

async function* arrayOf(items: AsyncIterable<unknown>): AsyncGenerator<Buffer> {
  let isFirst = true;
  yield Buffer.from('[');
  for await (const item of items) {
    yield Buffer.from(`${isFirst ? '\n' : ',\n'}${JSON.stringify(item)}`);
    isFirst = false;
  }
  yield Buffer.from('\n]\n');
}

function text(value: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
}

function fieldOf(item: unknown, name: string): unknown {
  return typeof item === 'object' && item !== null ? (item as Readonly<Record<string, unknown>>)[name] : undefined;
}

function idOf(item: unknown): string {
  return String(fieldOf(item, 'id'));
}

/** A field as a name of a file anywhere; the id where it has none. */
function fileName(item: unknown, field: string): string {
  const said = fieldOf(item, field);
  const name = (typeof said === 'string' || typeof said === 'number' ? String(said) : idOf(item)).replaceAll(
    /[^\p{L}\p{N}._-]+/gu,
    '-',
  );
  return name.replace(/^\.+/, '').slice(-80) || idOf(item);
}

function versionsOf(charter: unknown): { readonly number: number; readonly state: string }[] {
  const versions = fieldOf(charter, 'versions');
  return Array.isArray(versions) ? (versions as { number: number; state: string }[]) : [];
}
