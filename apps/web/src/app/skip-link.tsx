import { Trans } from '@lingui/react/macro';
import classes from './skip-link.module.css';

/** For those who move by keyboard: past the navigation at once. */
export function SkipLink() {
  return (
    <a href="#content" className={classes['skip']}>
      <Trans>Skip to the content</Trans>
    </a>
  );
}
