import { z } from 'zod';

export const personName = z.string().trim().min(1).max(120).meta({ example: 'Claire Martin' });
export const email = z.email().max(254).toLowerCase().meta({ example: 'claire@example.com' });
export const password = z
  .string()
  .min(10)
  .max(128)
  .meta({ description: '10 to 128 characters', example: 'quatre mots sans rapport' });
export const oneTimeToken = z.string().min(20).max(100).meta({ example: 'The token in the link' });
