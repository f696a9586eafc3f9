import { decodeId, encodeId } from '@cordee/core/ids';
import { describe, expect, it } from 'vitest';
import { instantOfUuid } from '../../../platform/uuid.ts';
import { newClickId, writeClickId } from './click-id.ts';

describe('click ids', () => {
  it('are the same UUIDv7 as text and as bytes, with their instant in it', () => {
    for (const at of [0, 1, 1_790_000_000_000, 1_790_000_000_001, 2 ** 48 - 1]) {
      for (let turn = 0; turn < 300; turn += 1) {
        const id = newClickId(at);
        const bytes = Buffer.alloc(18);
        expect(writeClickId(bytes, 1, id)).toBe(17);
        const uuid = bytes.toString('hex', 1, 17).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
        expect(uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
        expect(encodeId('clk', uuid)).toBe(id.text);
        expect(decodeId('clk', id.text)).toBe(uuid);
        expect(instantOfUuid(uuid)).toBe(at);
      }
    }
  });

  it('differ', () => {
    expect(new Set(Array.from({ length: 5000 }, () => newClickId(7).text)).size).toBe(5000);
  });
});
