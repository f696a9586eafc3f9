import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importSettings, type ImportKind } from '@cordee/contract/import';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import iconv from 'iconv-lite';
import { contextFor } from '../../../../test/app.ts';
import { openBooks, type BookPartner, type Books } from '../../../../test/books.ts';
import { freshDatabase } from '../../../../test/database.ts';
import { simplePlan, uuidOf } from '../../../../test/terms.ts';
import { transaction, withWorkspace } from '../../../platform/db/index.ts';
import { verifyWorkspace } from '../../counting/index.ts';
import { importFile } from '../verbs/import-file.ts';
import type { RunOptions } from './import-rows.ts';
import { runImport } from './run-import.ts';

let books: Books;
let partner: BookPartner;
let folder: string;
let finish: () => void;
let ended: Promise<void>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cordee-imports-test-'));
  const ready = Promise.withResolvers<void>();
  const over = Promise.withResolvers<void>();
  finish = over.resolve;
  ended = freshDatabase(async (database) => {
    books = await openBooks(database, simplePlan, {});
    partner = await books.partner('anna');
    books.now = Date.UTC(2026, 5, 10);
    ready.resolve();
    await over.promise;
    await books.app.close();
  });
  await Promise.race([ready.promise, ended]);
});

afterAll(async () => {
  finish();
  await ended;
  await rm(folder, { recursive: true });
});

async function upload(
  kind: ImportKind,
  text: string | Buffer,
  settings: Record<string, string> = {},
  headers: Record<string, string> = {},
) {
  const parameters = new URLSearchParams({ kind, ...settings }).toString();
  const options = { as: books.key, body: text, headers: { 'content-type': 'text/csv', ...headers } };
  const answer = await books.app.call('POST', `/api/v1/imports?${parameters}`, options);
  if (answer.status !== 202) return { status: answer.status, body: answer.json(), id: '' };
  const id = String(answer.json()['id']);
  await books.app.importer.run();
  await books.app.importer.run();
  await books.app.runner.catchUp(books.workspace.id);
  return { status: 202, body: (await books.get(`imports/${id}`)).json(), id };
}

async function rejectsOf(id: string, language = 'en'): Promise<string[]> {
  const answer = await books.get(`imports/${id}/rejects`, books.key, { 'accept-language': language });
  expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
  return answer.text.trim().split('\r\n');
}

async function pending(): Promise<number> {
  return (await books.balance(partner)).pending;
}

function rowsOf<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> {
  return transaction(books.db, async (tx) => {
    await withWorkspace(tx, books.workspace.id);
    return tx.query<Row>(sql, values);
  });
}

describe('sales', () => {
  test('from a French spreadsheet: semicolons, Windows-1252, comma decimals, days first, bad rows set aside', async () => {
    const before = await pending();
    const text = [
      'N° de commande;Date;Client;Nom;E-mail;Pays;Montant HT;Code promo;Catégorie',
      `c-1;03/04/2026;u1;Élodie Bœuf;elodie@example.org;fr;1 234,50;${partner.coupon};Été`,
      `c-2;04/04/2026 10:30;u2;Zoé;;;99;${partner.coupon};`,
      `c-3;31/02/2026;u3;;;;10,00;;`,
      `c-4;05/04/2026;;;;;10,00;;`,
      `c-5;05/04/2026;u5;;;;dix;;`,
      `c-6;05/04/2026;u6;;pas une adresse;;10,00;;`,
      `c-7;05/04/2026;u7;;;;-10,00;;`,
      `c-8;05/04/2026;u8;;;`,
      `c-9;05/04/2027;u9;;;;10,00;;`,
      `c-10;"06/04/2026;u10;;;;10,00;;`,
      `=c-11;06/04/2026;u11;;;France;10,00;;`,
      `c-2;04/04/2026 10:30;u2;Zoé;;;99;${partner.coupon};`,
      `c-2;04/04/2026 10:30;u2;Zoé;;;98;${partner.coupon};`,
    ].join('\r\n');
    const { body, id } = await upload('sales', iconv.encode(text, 'windows-1252'), { fileName: 'ventes.csv' });
    expect(body).toMatchObject({
      state: 'done',
      lines: 13,
      accepted: 2,
      duplicates: 1,
      rejected: 10,
      progress: 1,
      fileName: 'ventes.csv',
    });
    // A tenth of 1,234.50 and of 99.00.
    expect((await pending()) - before).toBe(12_345 + 990);
    expect(await rejectsOf(id, 'fr')).toEqual([
      'ligne,colonne,raison,valeur,contenu',
      '4,Date,Pas une date à la forme de ce fichier.,31/02/2026,"c-3;31/02/2026;u3;;;;10,00;;"',
      '5,Client,Une valeur obligatoire manque.,,"c-4;05/04/2026;;;;;10,00;;"',
      '6,Montant HT,"Pas un montant de cette devise, par exemple 49,90.",dix,c-5;05/04/2026;u5;;;;dix;;',
      '7,E-mail,Pas une adresse e-mail.,pas une adresse,"c-6;05/04/2026;u6;;pas une adresse;;10,00;;"',
      '8,Montant HT,Un montant vaut au moins zéro ; les remboursements ont leurs propres fichiers.,"-10,00","c-7;05/04/2026;u7;;;;-10,00;;"',
      "9,,La ligne n'a pas autant de colonnes que l'en-tête.,6,c-8;05/04/2026;u8;;;",
      '10,Date,La date est dans le futur.,05/04/2027,"c-9;05/04/2027;u9;;;;10,00;;"',
      '11,,Un guillemet n\'est jamais refermé.,,"c-10;""06/04/2026;u10;;;;10,00;;"',
      `12,Pays,"Deux lettres ISO 3166-1 sont attendues, par exemple FR.",France,"'=c-11;06/04/2026;u11;;;France;10,00;;"`,
      `14,,Son identifiant a déjà été enregistré avec un autre contenu.,,c-2;04/04/2026 10:30;u2;Zoé;;;98;${partner.coupon};`,
    ]);
    const [sale] = await rowsOf<{ occurred_at: number; body: { lines: unknown; country: string; path: string } }>(
      `select occurred_at, body from fact where workspace_id = $1 and external_id = 'c-1'`,
      [books.workspace.id],
    );
    expect(sale).toMatchObject({
      occurred_at: Date.parse('2026-04-02T22:00:00Z'),
      body: { country: 'FR', path: 'coupon', lines: [{ id: '1', category: 'Été', quantity: 1, net: 123_450 }] },
    });
    const [customer] = await rowsOf(`select name, email from customer where workspace_id = $1 and external_id = 'u1'`, [
      books.workspace.id,
    ]);
    expect(customer).toEqual({ name: 'Élodie Bœuf', email: 'elodie@example.org' });
  });

  test('imported again count nothing twice, in bulk or not', async () => {
    const rows = Array.from(
      { length: 900 },
      (_, index) => `again-${index},again-${index % 100},10.00,${partner.coupon},2026-05-01T10:00:00Z`,
    );
    const text = ['eventId,customerId,amount,coupon,occurredAt', ...rows].join('\n');
    const before = await pending();
    expect((await upload('sales', text)).body).toMatchObject({ accepted: 900, duplicates: 0 });
    expect((await pending()) - before).toBe(90_000);
    expect((await upload('sales', text)).body).toMatchObject({ accepted: 0, duplicates: 900 });
    const longer = `${text}\nagain-new,again-1,10.00,${partner.coupon},2026-05-01T10:00:00Z\n`;
    expect((await upload('sales', longer)).body).toMatchObject({ accepted: 1, duplicates: 900, rejected: 0 });
    expect((await pending()) - before).toBe(90_100);
  });

  test('behind refunds that came before them are refunded', async () => {
    const before = await pending();
    await books.done('track/refund', { eventId: 'early', saleEventId: 'late-1', amount: 400, reason: 'refund' });
    const text = `eventId,customerId,amount,coupon,occurredAt\nlate-1,x,10.00,${partner.coupon},2026-05-01T10:00:00Z\n`;
    expect((await upload('sales', text)).body).toMatchObject({ accepted: 1 });
    expect((await pending()) - before).toBe(60);
  });

  test('that need a look among those that do not are recorded all the same, and what is known of their customers is kept', async () => {
    const rows = Array.from({ length: 700 }, (_, index) => {
      const visitor = index % 233 === 120 ? '01890a5d-ac96-774b-bcce-b302099a8057' : '';
      const buyer = index % 7;
      const [email, name] = index < 300 ? ['', ''] : [`mix-${buyer}@example.org`, `"N, {${buyer}} \\ ""null"""`];
      return `mix-${index},mix-buyer-${buyer},${email},${name},1.00,${partner.coupon},2026-05-01T10:00:00Z,${visitor}`;
    });
    const text = ['eventId,customerId,email,name,amount,coupon,occurredAt,visitorId', ...rows].join('\n');
    const before = await pending();
    const first = await upload('sales', text);
    expect(first.body).toMatchObject({ accepted: 700, duplicates: 0, rejected: 0, lines: 700 });
    expect((await pending()) - before).toBe(7000);
    const facts = await rowsOf<{ external_id: string }>(
      `select external_id from fact where workspace_id = $1 and external_id like 'mix-%' order by seq`,
      [books.workspace.id],
    );
    expect(facts.map(({ external_id: id }) => id)).toEqual(rows.map((row) => row.slice(0, row.indexOf(','))));
    const customers = await rowsOf<{ external_id: string; email: string; name: string }>(
      `select external_id, email, name from customer where workspace_id = $1 and external_id like 'mix-%' order by external_id`,
      [books.workspace.id],
    );
    expect(customers).toEqual(
      Array.from({ length: 7 }, (_, buyer) => ({
        external_id: `mix-buyer-${buyer}`,
        email: `mix-${buyer}@example.org`,
        name: `N, {${buyer}} \\ "null"`,
      })),
    );
    expect((await upload('sales', text)).body).toMatchObject({ accepted: 0, duplicates: 700 });
  });

  test('are mapped once and remembered for files with the same header', async () => {
    const header = 'wer,was,wieviel';
    const mapping = JSON.stringify({ customerId: 'wer', eventId: 'was', amount: 'wieviel' });
    const unmapped = await upload('sales', `${header}\na,m-1,5.00\n`);
    expect([unmapped.status, unmapped.body['code']]).toEqual([422, 'import_columns']);
    expect((await upload('sales', `${header}\na,m-1,5.00\n`, { mapping })).body).toMatchObject({ accepted: 1 });
    expect((await upload('sales', `${header}\na,m-2,5.00\n`)).body).toMatchObject({ accepted: 1 });
  });

  test('with a wrong column are refused in the reader’s language, with nothing kept', async () => {
    const facts = await rowsOf(`select count(*) from fact where workspace_id = $1`, [books.workspace.id]);
    const { status, body } = await upload('sales', 'commande,client,truc\n1,2,3\n', {}, { 'accept-language': 'fr' });
    expect(status).toBe(422);
    expect(body).toMatchObject({
      code: 'import_columns',
      fields: [
        {
          path: 'mapping.amount',
          message: 'Aucune colonne ne contient amount. Le fichier a : commande, client, truc.',
          example: 'eventId,occurredAt,customerId,amount,code',
        },
      ],
    });
    for (const text of ['', '\n\n', Buffer.from('\uFEFFa,b', 'utf16le')]) expect((await upload('sales', text)).status).toBe(422);
    expect(await rowsOf(`select count(*) from fact where workspace_id = $1`, [books.workspace.id])).toEqual(facts);
    expect(await readdir(books.app.ingestion.importFolder)).toEqual([]);
  });
});

describe('an import that is cut off', () => {
  test('goes on exactly where it stopped', async () => {
    const total = 1000;
    const rows = Array.from({ length: total }, (_, index) =>
      index % 97 === 5
        ? `cut-${index},x,broken,,`
        : `cut-${index},cust-${index % 50},1.00,${partner.coupon},2026-05-02T10:00:00Z`,
    );
    const path = join(folder, 'cut.csv');
    await writeFile(path, ['eventId,customerId,amount,coupon,occurredAt', ...rows].join('\n'));
    const before = await pending();
    const stops = [1, 3, 2];
    let record = await start(path, stops.shift());
    let runs = 1;
    while (record.state === 'running' && runs < 20) {
      record = (await runImport(books.app.ingestion, books.workspace.id, record.id, stopAfter(stops.shift()))) ?? record;
      runs += 1;
    }
    const bad = rows.filter((row) => row.includes('broken')).length;
    expect(record).toMatchObject({ state: 'done', accepted: total - bad, duplicates: 0, rejected: bad, line: total + 2 });
    expect(runs).toBeGreaterThan(3);
    await books.app.runner.catchUp(books.workspace.id);
    expect((await pending()) - before).toBe((total - bad) * 10);
  });

  test('by the loss of its transaction writes nothing of that chunk', async () => {
    const rows = Array.from(
      { length: 300 },
      (_, index) => `lost-${index},cust-${index},1.00,${partner.coupon},2026-05-02T10:00:00Z`,
    );
    const path = join(folder, 'lost.csv');
    await writeFile(path, ['eventId,customerId,amount,coupon,occurredAt', ...rows].join('\n'));
    const record = await start(path, 1);
    // Another process moved the cursor meanwhile.
    const racing = [1, 2].map(() => runImport(books.app.ingestion, books.workspace.id, record.id, { chunkLength: 50 }));
    const outcomes = await Promise.allSettled(racing);
    expect(outcomes.some(({ status }) => status === 'fulfilled')).toBe(true);
    const after = await runImport(books.app.ingestion, books.workspace.id, record.id, { chunkLength: 50 });
    expect(after).toMatchObject({ state: 'done', accepted: 300, duplicates: 0, rejected: 0 });
    const [count] = await rowsOf<{ count: bigint }>(
      `select count(*) as count from fact where workspace_id = $1 and external_id like 'lost-%'`,
      [books.workspace.id],
    );
    expect(count?.count).toBe(300n);
  });

  function start(path: string, chunks: number | undefined) {
    const input = { path, kind: 'sales' as const, ...importSettings.parse({}) };
    return importFile(contextFor(books.db, books.workspace.id), books.app.ingestion, input, stopAfter(chunks));
  }

  /** Small chunks, and none further after so many. */
  function stopAfter(chunks: number | undefined): RunOptions {
    const stop = new AbortController();
    let done = 0;
    return {
      chunkLength: 70,
      signal: stop.signal,
      onProgress({ share }) {
        expect(share).toBeLessThanOrEqual(1);
        done += 1;
        if (done === chunks) stop.abort();
      },
    };
  }
});

describe('other files', () => {
  test('refunds, by amount, by what is left, and beyond it', async () => {
    await upload('sales', `eventId,customerId,amount,coupon,occurredAt\nr-1,x,100.00,${partner.coupon},2026-05-01T10:00:00Z\n`);
    const before = await pending();
    const text =
      'eventId,saleEventId,amount,reason\nre-1,r-1,30.00,\nre-2,r-1,80.00,refund\nre-3,r-1,,Remboursement\nre-4,r-1,1.00,\n';
    const { body, id } = await upload('refunds', text);
    expect(body).toMatchObject({ accepted: 2, rejected: 2 });
    expect((await pending()) - before).toBe(-1000);
    expect((await rejectsOf(id)).slice(1)).toEqual([
      '3,,More than what is left of the sale.,,"re-2,r-1,80.00,refund"',
      '5,,More than what is left of the sale.,,"re-4,r-1,1.00,"',
    ]);
  });

  test('partners, with their enrollment, link and coupon; then clicks and leads of theirs', async () => {
    const text = [
      'Société;E-mail;Type;Pays;Identifiant;Code;Code promo;Inscrit le',
      'Bleu Nuit;bleu@example.org;revendeur;FR;p-1;bleu-nuit;BLEU10;01/02/2026',
      'Rouge;rouge@example.org;affilié;BE;p-2;rouge;;01/02/2026',
      'Rouge bis;rouge2@example.org;inconnu;BE;p-3;rouge2;;01/02/2026',
      'Vert;vert@example.org;affiliate;FR;p-4;bleu-nuit;;01/02/2026',
    ].join('\n');
    const mapping = JSON.stringify({ externalId: 'Identifiant' });
    const { body, id } = await upload('partners', text, { programId: books.programId, mapping });
    expect(body).toMatchObject({ accepted: 2, rejected: 2 });
    expect((await rejectsOf(id)).slice(1).map((line) => line.split(',').slice(0, 3).join(','))).toEqual([
      '4,Type,Not one of the values known here.',
      '5,code,"Something else already has this name',
    ]);
    expect((await upload('partners', text, { programId: books.programId })).body).toMatchObject({ accepted: 0, duplicates: 2 });

    const click = '2026-05-03T10:00:00Z';
    const clicks = `code,occurredAt,visitorId\nbleu-nuit,${click},01890a5d-ac96-774b-bcce-b302099a8057\nnobody,${click},\nBleu-Nuit,${click},01890a5d-ac96-774b-bcce-b302099a8057\n`;
    expect((await upload('clicks', clicks)).body).toMatchObject({ accepted: 1, duplicates: 1, rejected: 1 });
    expect((await upload('clicks', clicks)).body).toMatchObject({ accepted: 0, duplicates: 2 });
    const [bleu] = await rowsOf<{ id: string }>(`select id from partner where workspace_id = $1 and external_id = 'p-1'`, [
      books.workspace.id,
    ]);
    const sale =
      'eventId,customerId,amount,occurredAt,visitorId\nv-1,v,50.00,2026-05-04T10:00:00Z,01890a5d-ac96-774b-bcce-b302099a8057\n';
    expect((await upload('sales', sale)).body).toMatchObject({ accepted: 1 });
    const earned = await rowsOf<{ partner_id: string; amount: bigint }>(
      `select partner_id, amount from commission where workspace_id = $1 and partner_id = $2`,
      [books.workspace.id, bleu?.id],
    );
    expect(earned).toEqual([{ partner_id: bleu?.id, amount: 500n }]);
    const leads =
      'eventId,customerId,leadName,partnerEmail\nl-1,lead-1,demo,bleu@example.org\nl-2,lead-2,demo,unknown@example.org\n';
    expect((await upload('leads', leads)).body).toMatchObject({ accepted: 1, rejected: 1 });
  });

  test('decisions about commissions: each row by itself, in both languages, and nothing twice', async () => {
    const idOf = async (eventId: string) => {
      const sale = (await books.sale(eventId, partner, 10_000)) as unknown as { commissions: { id: string }[] };
      return sale.commissions[0]?.id ?? '';
    };
    const [one, two, three] = [await idOf('review-1'), await idOf('review-2'), await idOf('review-3')];
    const file = [
      'Commission,Décision,Motif',
      `${one},bloquée,"à vérifier, même adresse"`,
      `${one},Débloquer,`,
      `${one},refuser,achat personnel`,
      `${two},hold,to be checked`,
      `${three},approve,`,
      `${two},refuse,`,
      `com_01j0000000e0080000000000ff,approve,`,
      `not an id,approve,`,
      `${three},delete,`,
      `${one},hold,too late`,
    ].join('\n');
    const { body, id } = await upload('reviews', file);
    expect(body).toMatchObject({ state: 'done', accepted: 4, duplicates: 1, rejected: 5 });
    const status = async (commission: string) => (await books.get(`commissions/${commission}`)).json()['status'];
    expect([await status(one), await status(two), await status(three)]).toEqual(['refused', 'held', 'pending']);
    const rejects = (await rejectsOf(id, 'fr')).slice(1);
    expect(rejects.map((row) => /Une valeur|Aucune commission|Pas l'une|n’en reste/.exec(row)?.[0])).toEqual([
      'Une valeur',
      'Aucune commission',
      'Aucune commission',
      "Pas l'une",
      'n’en reste',
    ]);
    expect((await upload('reviews', `commissionId,action,reason\n${two},hold,again\n`)).body).toMatchObject({
      accepted: 0,
      duplicates: 1,
    });
    expect(await verifyWorkspace(contextFor(books.db, books.workspace.id))).toMatchObject({ differences: [] });
  });

  test("of other systems: Dub's export, Tapfiliate's and Rewardful's templates", async () => {
    const rewardful =
      'Affiliate Email,First Name,Last Name,token,Stripe Customer ID\nvera@example.org,Vera,Rubin,vera,cus_1\n,No,One,none,\n';
    expect((await upload('rewardful_affiliates', rewardful, { programId: books.programId })).body).toMatchObject({
      accepted: 1,
      rejected: 1,
    });
    // The template has no dates: what is counted comes after.
    books.now = Date.UTC(2026, 5, 12);
    const dub = [
      'ID,Type,Amount,Earnings,Currency,Status,Invoice ID,Quantity,Created at,Partner ID,Partner name,Partner email,Partner tenant ID,Customer ID,Customer name,Customer email,Customer external ID',
      'cm_1,sale,50.00,5.00,eur,paid,in_dub1,1,2026-06-11T10:00:00.000Z,pn_1,Vera,vera@example.org,,cus_1,Ada,ada@example.org,user-d1',
      'cm_2,lead,0,1.00,eur,pending,,1,2026-06-11T10:00:00.000Z,pn_1,Vera,vera@example.org,,cus_2,,,',
      'cm_3,sale,50.00,5.00,eur,fraud,in_dub3,1,2026-06-11T10:00:00.000Z,pn_1,Vera,vera@example.org,,cus_3,,,',
      'cm_4,custom,0,5.00,eur,paid,,1,2026-06-11T10:00:00.000Z,pn_1,Vera,vera@example.org,,cus_3,,,',
    ].join('\n');
    const { body, id } = await upload('dub_commissions', dub);
    expect(body).toMatchObject({ accepted: 2, rejected: 2 });
    expect((await rejectsOf(id)).slice(1).map((line) => line.split(',').slice(0, 3))).toEqual([
      ['4', 'Status', 'The other system did not count it in the end.'],
      ['5', 'Type', 'Not one of the values known here.'],
    ]);
    const tapfiliate =
      'external_id,amount,created_at,affiliate_email,program,currency,customer_id\nt-1,80.00,2026-06-11T10:00:00Z,vera@example.org,friends,EUR,\nt-2,80.00,2026-06-11T10:00:00Z,who@example.org,friends,EUR,u\n';
    expect((await upload('tapfiliate_conversions', tapfiliate)).body).toMatchObject({ accepted: 1, rejected: 1 });
    const earned = await rowsOf<{ external_id: string; amount: bigint }>(
      `select f.external_id, c.amount from commission c join fact f on f.workspace_id = c.workspace_id and f.seq = c.fact_seq
        where c.workspace_id = $1 and f.external_id in ('in_dub1', 't-1') order by f.external_id`,
      [books.workspace.id],
    );
    expect(earned).toEqual([
      { external_id: 'in_dub1', amount: 500n },
      { external_id: 't-1', amount: 800n },
    ]);
  });
});

test('lists imports, newest first, and everything imported verifies', async () => {
  const first = await books.get('imports?limit=2');
  const page = first.json() as { items: { id: string }[]; nextCursor: string };
  expect(page.items).toHaveLength(2);
  const next = (await books.get(`imports?limit=2&cursor=${page.nextCursor}`)).json() as { items: { id: string }[] };
  expect((next.items[0]?.id ?? '') < (page.items[1]?.id ?? '')).toBe(true);
  expect(uuidOf('imp', page.items[0]?.id ?? '')).toMatch(/^[0-9a-f-]{36}$/);
  const verified = await verifyWorkspace(contextFor(books.db, books.workspace.id));
  expect([verified.ledgerBalanced, verified.differences]).toEqual([true, []]);
});
