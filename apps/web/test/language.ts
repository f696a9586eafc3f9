import { i18n } from '@lingui/core';

i18n.load({ en: {}, fr: {} });
i18n.activate('en');
