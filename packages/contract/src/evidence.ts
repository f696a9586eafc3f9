import { sides } from '@cordee/core/partnership';
import { z } from 'zod';
import { fileAnswer, fileIds } from './file.ts';
import { idText, instantText, oneLine } from './values.ts';

/** What proves the answers of a side to a questionnaire: files, a link, or both. */

const day = z.iso.date().meta({ example: '2027-01-31' });

export const evidenceAnswer = z.object({
  id: idText('evd'),
  side: z.enum(sides),
  item: z.string().nullable(),
  title: z.string(),
  url: z.string().nullable(),
  files: z.array(fileAnswer),
  expiresOn: z.string().nullable(),
  expired: z.boolean(),
  takenOver: z.boolean().meta({ description: 'It came along from the qualification before, for it still held' }),
  addedAt: instantText,
});

export const evidenceBody = z
  .strictObject({
    title: oneLine(200),
    url: z
      .url({ protocol: /^https?$/ })
      .max(2000)
      .optional(),
    files: fileIds,
    item: z.string().max(60).optional().meta({ description: 'The item it proves' }),
    expiresOn: day.optional(),
  })
  .refine(({ url, files }) => url !== undefined || files.length > 0, {
    path: ['files'],
    message: 'a file or a link',
    params: { rule: 'file_or_link' },
  })
  .meta({ example: { title: 'Insurance certificate 2026', url: 'https://example.com/certificate.pdf', files: [] } });
export type AddEvidence = z.output<typeof evidenceBody>;
