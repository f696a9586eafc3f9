import { presetCharter } from '@cordee/core/charter';
import { exampleOf } from '@cordee/contract/schema-example';
import { charterRoutes } from '@cordee/contract/charter';
import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { fakeServer, refusal } from '../../../../test/fake-server.ts';
import { show } from '../../../../test/show.tsx';
import type { Version } from '../charter.queries.ts';
import { blankClause } from './blank-clause.ts';
import { ClauseEditor } from './clause-editor.tsx';
import { RolesEditor } from './roles-editor.tsx';
import { PeopleEditor } from './people-editor.tsx';

const charter = presetCharter({
  kind: 'introducer',
  prevailing: 'en',
  company: { name: 'Alpes', details: '' },
  partner: { name: 'Lumière', details: '' },
  people: [
    { key: 'ana', side: 'company', name: 'Ana Martin', title: '' },
    { key: 'zoe', side: 'partner', name: 'Zoé Petit', title: '' },
  ],
}) as Version['document'];

// What measures texts as they are typed needs to know of fonts, which are none here.
Object.defineProperty(document, 'fonts', { value: new EventTarget() });

function version(state: 'own' | 'shared'): Version {
  const { answer } = charterRoutes.getCharterVersion;
  const example = (answer === undefined ? {} : exampleOf(answer, true)) as Version;
  return { ...example, number: 1, state, revision: 3, document: charter, faults: [], against: null };
}

const props = (state: 'own' | 'shared') => ({
  charterId: 'chr_01h45nvb5pextapf6f6a01aqw7',
  version: version(state),
  inForce: null,
  onClose: vi.fn(),
});

test('what cannot be approved is told beside its field first, and proposed all the same when asked again', async () => {
  const { asked } = fakeServer({ proposeCharterChange: () => Response.json({}) });
  const given = props('shared');
  show(<RolesEditor {...given} />);
  await userEvent.click(await screen.findByRole('button', { name: 'Add an activity' }));
  const row = screen.getByRole('group', { name: 'Activity 2' });
  await userEvent.type(within(row).getByLabelText('Activity · English'), 'Leads');
  await userEvent.click(screen.getByRole('button', { name: 'Propose' }));
  const named = screen.getByRole('group', { name: 'Leads' });
  expect(within(named).getByText('Nobody is accountable: name exactly one person over both parties.')).toBeTruthy();
  expect(within(named).getByLabelText('Activity · French').getAttribute('aria-invalid')).toBe('true');
  expect(asked.filter(({ id }) => id === 'proposeCharterChange')).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: 'Propose all the same' }));
  await vi.waitFor(() => expect(given.onClose).toHaveBeenCalled());
  const bodies = asked.filter(({ id }) => id === 'proposeCharterChange').map(({ body }) => body);
  expect(bodies).toMatchObject([
    { change: { part: 'roles', after: [{ key: 'steering' }, { activity: { en: 'Leads', fr: '' } }] } },
  ]);
});

test('who is taken away and still named elsewhere is told with the place', async () => {
  fakeServer();
  show(<PeopleEditor {...props('own')} />);
  await userEvent.click(await screen.findByRole('button', { name: 'Take away: Zoé Petit' }));
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  const alert = screen.getByRole('alert');
  expect(alert.textContent).toContain('Roles · Running the partnership: This person is not among the people of the charter.');
});

test('a clause of one’s own takes the values its texts name, and what the server refuses stands beside its field', async () => {
  const { asked } = fakeServer({
    editCharter: () =>
      refusal(400, 'invalid_request', [{ path: 'changes.0.after.title.fr', rule: 'too_long', message: 'Too long.' }]),
  });
  show(<ClauseEditor {...props('own')} clause={blankClause()} isNew />);
  await screen.findByLabelText('Title · English');
  const write = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
  write('Title · English', 'Showroom');
  write('Title · French', 'Salle');
  write('Text · English', 'The partner shows {count} models.');
  write('Text · French', 'Le partenaire expose {count} modèles.');
  await userEvent.type(screen.getByLabelText('{count}'), '5');
  await userEvent.tab();
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Too long.')).toBeTruthy();
  const [sent] = asked.filter(({ id }) => id === 'editCharter');
  expect(sent?.body).toMatchObject({ revision: 3, changes: [{ part: 'clause', after: { from: null, values: { count: 5 } } }] });
});
