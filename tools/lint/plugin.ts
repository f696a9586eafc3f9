import { noFloatMoney } from './no-float-money.ts';
import { noRawText } from './no-raw-text.ts';
import { sqlInStores } from './sql-in-stores.ts';
import { sqlNamesWorkspace } from './sql-names-workspace.ts';
import { writeAsksPolicy } from './write-asks-policy.ts';

export default {
  meta: { name: 'cordee' },
  rules: {
    'no-float-money': noFloatMoney,
    'no-raw-text': noRawText,
    'sql-in-stores': sqlInStores,
    'sql-names-workspace': sqlNamesWorkspace,
    'write-asks-policy': writeAsksPolicy,
  },
};
