import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, expect, inject, it } from 'vitest';
import { emptyDatabase } from '../../../test/database.ts';
import { migrate } from '../../platform/db/index.ts';

const all = new URL('../../../migrations/', import.meta.url).pathname;
const MOVE = '0330_company.sql';
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(inject('postgres').home, 'company-'));
  for (const name of readdirSync(all).filter((one) => one < MOVE)) copyFileSync(join(all, name), join(folder, name));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const invoiced = {
  legalName: 'Maison Bleue SAS',
  legalForm: 'SAS, capital 50 000 EUR, RCS Paris 732 829 320',
  siren: '732829320',
  address: { street: '1 rue de Paris', postCode: '75009', town: 'Paris' },
  electronicAddress: null,
};
const kept = {
  name: 'Maison Bleue SAS',
  siret: '73282932000074',
  ape: '4791A',
  address: { street: '1 rue de Paris', postCode: '75009', town: 'Paris' },
  contact: { name: 'Claire Martin', email: 'claire@example.com', phone: '01 50 00 00 00' },
  paysSalaries: true,
  das2Column: 'fees',
};

class Old {
  readonly client: Client;
  #count = 0;
  constructor(client: Client) {
    this.client = client;
  }
  async workspace(name: string, language: 'fr' | 'en' = 'fr'): Promise<string> {
    this.#count += 1;
    const id = `01890a5d-ac96-774b-bcce-${String(this.#count).padStart(12, '0')}`;
    await this.client.query(
      `insert into workspace (id, name, slug, country, currency, zone, language, customer_key, tracking_hosts, created_at)
       values ($1, $2, $3, 'FR', 'EUR', 'Europe/Paris', $4, '\\x00', '{}', '2026-01-05T08:00:00Z')`,
      [id, name, name.toLowerCase(), language],
    );
    return id;
  }
  async invoicing(id: string, version: number, company: object | null, at: string): Promise<void> {
    const document = JSON.stringify({ company, selfBilling: true });
    await this.client.query('insert into invoicing values ($1, $2, $3, $4, $5)', [id, version, document, at, 'usr_claire']);
  }
  async books(id: string, company: object): Promise<void> {
    await this.client.query('insert into accounting_company values ($1, $2)', [id, JSON.stringify(company)]);
  }
  async taxes(id: string, vatNumber: string | null): Promise<void> {
    await this.client.query(
      `insert into tax_policy (workspace_id, vat_number, unchecked_vat, checks_vat, payouts_hold) values ($1, $2, 'allow', true, 'all')`,
      [id, vatNumber],
    );
  }
  async records(id: string) {
    const { rows } = await this.client.query(
      `select number, valid_from::text as "validFrom", identity, reason, written_by as by from company_record
        where workspace_id = $1 order by number`,
      [id],
    );
    return rows as { number: number; validFrom: string; identity: Record<string, unknown>; reason: string; by: string }[];
  }
}

async function moved(before: (old: Old) => Promise<void>, after: (old: Old) => Promise<void>): Promise<void> {
  await emptyDatabase(async (url) => {
    await migrate({ url, folder });
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      const old = new Old(client);
      await before(old);
      copyFileSync(join(all, MOVE), join(folder, MOVE));
      expect(await migrate({ url, folder })).toEqual({ applied: [MOVE] });
      await after(old);
    } finally {
      await client.end();
    }
  });
}

it('makes one record of what was typed in three places, and keeps what differed in its reason', async () => {
  const ids: string[] = [];
  await moved(
    async (old) => {
      const [same, other, none] = [await old.workspace('Same'), await old.workspace('Other', 'en'), await old.workspace('None')];
      ids.push(same, other, none);
      await old.invoicing(same, 1, invoiced, '2026-02-28T23:30:00Z');
      await old.books(same, kept);
      await old.taxes(same, 'FR44732829320');
      await old.invoicing(other, 1, invoiced, '2026-03-02T10:00:00Z');
      await old.books(other, {
        ...kept,
        name: 'Alpes Équipement',
        siret: '30326504500003',
        address: { street: '12 rue des Écoles', postCode: '74000', town: 'Annecy' },
      });
      await old.invoicing(none, 1, null, '2026-03-02T10:00:00Z');
    },
    async (old) => {
      const [same = '', other = '', none = ''] = ids;
      expect(await old.records(same)).toEqual([
        {
          number: 1,
          // The day in Paris.
          validFrom: '2026-03-01',
          identity: {
            ...invoiced,
            tradeName: null,
            capital: null,
            register: null,
            siret: '73282932000074',
            vatNumber: 'FR44732829320',
            ape: '4791A',
            address: { ...invoiced.address, country: 'FR' },
            contact: kept.contact,
          },
          reason: 'Repris de la facturation, de la comptabilité et de la fiscalité.',
          by: 'usr_claire',
        },
      ]);
      const [record] = await old.records(other);
      expect(record).toMatchObject({
        identity: { legalName: 'Maison Bleue SAS', siren: '732829320', siret: null, address: { town: 'Paris' } },
        reason:
          'Taken over from invoicing, books and taxes. They also said: Alpes Équipement, SIRET 30326504500003, 12 rue des Écoles 74000 Annecy.',
      });
      expect(await old.records(none)).toEqual([]);
      const { rows } = await old.client.query('select document from invoicing order by workspace_id');
      expect(rows).toEqual([1, 2, 3].map(() => ({ document: { selfBilling: true } })));
      const choices = await old.client.query('select pays_salaries, das2_column from accounting_declaration');
      expect(choices.rows).toEqual([1, 2].map(() => ({ pays_salaries: true, das2_column: 'fees' })));
    },
  );
});

it('keeps each name it had on invoices with its day, and takes what only one place knew', async () => {
  const ids: string[] = [];
  await moved(
    async (old) => {
      const [renamed, books, taxes, town] = [
        await old.workspace('Renamed'),
        await old.workspace('Books'),
        await old.workspace('Taxes'),
        await old.workspace('Town'),
      ];
      ids.push(renamed, books, taxes, town);
      await old.invoicing(renamed, 1, { ...invoiced, legalName: 'Maison Verte' }, '2026-02-01T10:00:00Z');
      await old.invoicing(renamed, 2, { ...invoiced, legalName: 'Maison Verte' }, '2026-02-10T10:00:00Z');
      await old.invoicing(renamed, 3, invoiced, '2026-03-01T10:00:00Z');
      await old.books(books, kept);
      await old.taxes(taxes, 'FR44732829320');
      await old.invoicing(town, 1, { ...invoiced, address: { town: 'Paris' } }, '2026-02-01T10:00:00Z');
      await old.books(town, kept);
    },
    async (old) => {
      const [renamed = '', books = '', taxes = '', town = ''] = ids;
      expect(
        (await old.records(renamed)).map(({ number, validFrom, identity }) => [number, validFrom, identity['legalName']]),
      ).toEqual([
        [1, '2026-02-01', 'Maison Verte'],
        [2, '2026-03-01', 'Maison Bleue SAS'],
      ]);
      expect(await old.records(books)).toMatchObject([
        {
          validFrom: '2026-01-05',
          identity: {
            legalName: 'Maison Bleue SAS',
            siren: '732829320',
            siret: '73282932000074',
            address: { town: 'Paris', country: 'FR' },
          },
          by: 'migration 0330',
        },
      ]);
      // Nothing but a number: the name is that of the workspace until somebody says more.
      expect(await old.records(taxes)).toMatchObject([
        { identity: { legalName: 'Taxes', vatNumber: 'FR44732829320', address: null, siren: null } },
      ]);
      // A declaration cannot be made with a town alone.
      expect(await old.records(town)).toMatchObject([{ identity: { address: { street: '1 rue de Paris', postCode: '75009' } } }]);
    },
  );
});
