import { setNonce } from 'get-nonce';
import { speak } from './i18n/catalogues.ts';
import { currentLanguage } from './i18n/language.ts';
import { createScreens } from './app/router.tsx';
import { start } from './app/start.tsx';
import { styleNonce } from './lib/style-nonce.ts';

// What locks the page behind a dialog writes a style element of its own.
setNonce(styleNonce());
const [screens] = await Promise.all([createScreens(), speak(currentLanguage())]);
start(screens);
