import { z } from 'zod';
import { localDate } from './charter-values.ts';
import { fileIds } from './file.ts';
import { signingFields } from './signature.ts';
import { oneLine } from './values.ts';

/** How an approved charter comes to be signed: sent to be signed here, or said to be signed elsewhere. */

export const charterHash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ description: 'The hash of the version as it was read', example: 'a'.repeat(64) });

export const signBody = z
  .strictObject({
    hash: charterHash,
    signedOn: localDate.meta({ description: 'The day on which this side signed; never later than today' }),
    reference: oneLine(200).optional().meta({ description: 'Where the signed copy is kept', example: 'Binder 12' }),
    files: fileIds,
  })
  .meta({ example: { hash: 'a'.repeat(64), signedOn: '2026-11-30', reference: 'Binder 12' } });
export type SignCharter = z.output<typeof signBody>;

export const sendBody = z.strictObject({ hash: charterHash, ...signingFields }).meta({
  example: {
    hash: 'a'.repeat(64),
    signers: [
      { name: 'Ana Martin', email: 'ana@alpes.example', side: 'company', language: 'fr' },
      { name: 'Léa Bonnet', email: 'lea@atelier.example', side: 'partner', language: 'fr' },
    ],
    order: 'sequence',
    expiresAt: '2099-01-31T00:00:00Z',
    remindEveryDays: 3,
  },
});
export type SendCharter = z.output<typeof sendBody>;
