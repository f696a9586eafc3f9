import encodeQr from 'qr';

/** A QR code as modules, light margin included; `path` draws the dark ones on a grid of `size`. */
export interface QrPicture {
  readonly size: number;
  readonly path: string;
}

/** Medium correction: it survives a fold or a logo of a tenth. */
export function qrPicture(text: string): QrPicture {
  const rows = encodeQr(text, 'raw', { ecc: 'medium', border: 4 });
  const path = rows.map((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')).join('')).join('');
  return { size: rows.length, path };
}

/** As a file that stays sharp at any size. */
export function qrSvg({ size, path }: QrPicture): Blob {
  const text = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>`;
  return new Blob([text], { type: 'image/svg+xml' });
}

/** As points, for programs that take no drawing; every module has the same whole number of them. */
export async function qrPng({ size, path }: QrPicture): Promise<Blob> {
  const scale = Math.ceil(1024 / size);
  const canvas = Object.assign(document.createElement('canvas'), { width: size * scale, height: size * scale });
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('this browser draws no canvas');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.scale(scale, scale);
  pen.fillStyle = '#000';
  // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type -- a canvas is no array
  pen.fill(new Path2D(path));
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error('the picture could not be made')) : resolve(blob)), 'image/png');
  });
}
