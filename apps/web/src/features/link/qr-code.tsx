import { Button, Group, Stack } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { saveFile } from '../../ui/save-file.ts';
import { problemToast } from '../../ui/toast.ts';
import { qrPicture, qrPng, qrSvg } from './qr-picture.ts';

/** An address to be photographed, and its files. `name` is that of the files. */
export function QrCode({ text, name }: { text: string; name: string }) {
  const { t } = useLingui();
  const picture = useMemo(() => qrPicture(text), [text]);
  const savePng = () => {
    qrPng(picture).then((png) => saveFile(png, `${name}.png`), problemToast);
  };
  return (
    <Stack gap="xs" align="flex-start">
      <svg
        viewBox={`0 0 ${picture.size} ${picture.size}`}
        width={180}
        height={180}
        role="img"
        aria-label={t`QR code of ${text}`}
        shapeRendering="crispEdges"
      >
        <rect width={picture.size} height={picture.size} fill="#fff" />
        <path d={picture.path} fill="#000" />
      </svg>
      <Group gap="xs">
        <Button size="xs" variant="default" onClick={savePng}>
          {t`PNG`}
        </Button>
        <Button size="xs" variant="default" onClick={() => saveFile(qrSvg(picture), `${name}.svg`)}>
          {t`SVG`}
        </Button>
      </Group>
    </Stack>
  );
}
