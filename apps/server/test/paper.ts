import { PDF } from '@libpdf/core';

/** A plain PDF of one page. */
export async function paper(text = 'Charter'): Promise<Buffer> {
  const document = PDF.create();
  document.addPage({ size: 'a4' }).drawText(text, { x: 72, y: 700 });
  return Buffer.from(await document.save());
}
