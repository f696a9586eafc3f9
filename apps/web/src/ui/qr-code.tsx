import { useMemo } from 'react';
import encode from 'qr';

/** A text to be read by a camera, dark on light in both themes. */
export function QrCode({ text, label, size = 200 }: { text: string; label: string; size?: number }) {
  const picture = useMemo(() => `data:image/svg+xml,${encodeURIComponent(encode(text, 'svg'))}`, [text]);
  return (
    <img src={picture} alt={label} width={size} height={size} style={{ background: '#ffffff', padding: 8, borderRadius: 6 }} />
  );
}
