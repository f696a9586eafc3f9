import { Button, CopyButton as Copy, type ButtonProps } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';

interface CopyButtonProps extends Pick<ButtonProps, 'variant' | 'size'> {
  readonly value: string;
  /** What is copied, for those who hear several such buttons. */
  readonly what: string;
}

/** Copies a text, and says so. */
export function CopyButton({ value, what, variant = 'default', size = 'compact-xs' }: CopyButtonProps) {
  const { t } = useLingui();
  return (
    <Copy value={value}>
      {({ copied, copy }) => (
        <Button variant={variant} size={size} onClick={copy} aria-label={copied ? t`Copied: ${what}` : t`Copy ${what}`}>
          {copied ? t`Copied` : t`Copy`}
        </Button>
      )}
    </Copy>
  );
}
