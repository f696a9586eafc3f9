import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { show } from '../../../test/show.tsx';
import { ChartFrame } from './chart-frame.tsx';

test('a chart is a table as well, and leaves as CSV that no spreadsheet runs', async () => {
  const files: Blob[] = [];
  vi.stubGlobal(
    'URL',
    Object.assign(URL, { createObjectURL: (file: Blob) => `blob:${files.push(file)}`, revokeObjectURL: () => undefined }),
  );
  const table = {
    head: ['Partner', 'Difference'],
    rows: [
      ['=cmd()', '−€1.00'],
      ['Kestrel, "Sons"', '€2.00'],
    ],
    plainRows: [
      ['=cmd()', '-1.00'],
      ['Kestrel, "Sons"', '2.00'],
    ],
  };
  show(
    <ChartFrame title={'Who'} fileName="who" table={table}>
      <svg />
    </ChartFrame>,
  );
  expect(screen.queryByRole('table')).toBeNull();
  await userEvent.click(screen.getByText('Table'));
  expect(screen.getByRole('cell', { name: '−€1.00' })).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'CSV' }));
  const bytes = new Uint8Array((await files[0]?.arrayBuffer()) ?? new ArrayBuffer(0));
  expect(Array.from(bytes.slice(0, 3))).toEqual([0xef, 0xbb, 0xbf]);
  expect(new TextDecoder().decode(bytes)).toBe('Partner,Difference\r\n\'=cmd(),-1.00\r\n"Kestrel, ""Sons""",2.00\r\n');
});
