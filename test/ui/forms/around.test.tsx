// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { FormAround, FormField, GroupId, Outcome } from '../../../src/domain';
import { likelyEmail } from '../../../src/ui/forms/email-typo';
import { field, form, options } from '../../support/ui-content';
import { active, ended, me, messageItem, ownItem, queued } from '../../support/ui-session';
import { hear, openWhole, set, settle } from '../../support/ui-window';

const home = 0 as GroupId;

function around(kind: FormAround['kind'], fields: readonly FormField[], groupId = home): FormAround {
  return { kind, groupId, form: form(fields).form };
}

const asked = (kind: FormAround['kind'], ...fields: FormField[]) =>
  openWhole(({ session }) => {
    session.fakeRest.formAround.value = around(kind, fields);
  });
const region = (name: string) => within(screen.getByRole('region', { name }));
const box = (name: string | RegExp) => screen.getByRole<HTMLInputElement>('textbox', { name });

describe('the form before a chat', () => {
  it('stands where the log is, is reached by Tab, and leaves the composer free', async () => {
    await asked('prechat', field('name', 'Name', { isRequired: true }), field('email', 'E-mail'));
    const name = region('Before we start').getByRole('textbox', { name: 'Name (required)' });
    expect([name.tabIndex, name.getAttribute('autocomplete')]).toEqual([0, 'name']);
    expect(box('Message').readOnly).toBe(false);
    expect(document.activeElement).not.toBe(name);
  });

  it('shows what the page has locked, and nobody changes it', async () => {
    const { session } = await openWhole(({ session: { fakeRest, users } }) => {
      users.me.value = { ...me, name: 'Nadia', email: 'nadia@harbour.example' };
      fakeRest.rules.value = { ...fakeRest.rules.peek(), locked: ['email'] };
      fakeRest.formDrafts.write('before', [{ type: 'email', label: 'E-mail', answer: 'other@harbour.example' }]);
      fakeRest.formAround.value = around('prechat', [field('name', 'Name'), field('email', 'E-mail')]);
    });
    expect([box('E-mail').readOnly, box('E-mail').value]).toEqual([true, 'nadia@harbour.example']);
    expect([box('Name').readOnly, box('Name').value]).toEqual([false, 'Nadia']);
    await userEvent.type(box('E-mail'), 'x');
    expect(box('E-mail').value).toBe('nadia@harbour.example');
    // What is locked and not known has to be asked.
    await set(session.users.me, me);
    expect(box('E-mail').readOnly).toBe(false);
  });

  it('is sent once for two presses in one moment', async () => {
    const { session, root } = await asked('prechat', field('name', 'Name'));
    const element = root.querySelector('form.form-fields') as HTMLFormElement;
    session.fakeRest.fillFormAround = () => {
      session.wishes.push('fill');
      return new Promise<Outcome>(() => {});
    };
    fireEvent.submit(element);
    fireEvent.submit(element);
    await settle({ clock: { pass: () => {} } as never });
    expect(session.wishes.filter((wish) => wish === 'fill')).toHaveLength(1);
  });

  it('keeps all that was answered when it is refused, and says so', async () => {
    const { session, root } = await asked('prechat', field('name', 'Name'), field('email', 'E-mail'));
    const heard = hear(root);
    session.fakeRest.outcome.value = 'refused';
    await userEvent.type(box('Name'), 'Nadia');
    await userEvent.click(screen.getByRole('button', { name: 'Start the chat' }));
    const said = 'These answers were not accepted. Please check them. Nothing was lost.';
    expect(region('Before we start').getByText(said)).toBeTruthy();
    expect(heard).toContain(`!${said}`);
    expect(box('Name').value).toBe('Nadia');
  });

  it('is half-filled as it was left, also as another form with the same questions', async () => {
    const { session, close, clock } = await asked('prechat', field('name', 'Your name'), field('textarea', 'What?'));
    await userEvent.type(box('Your name'), 'Nadia');
    await userEvent.type(box('What?'), 'A tandem');
    await set(
      session.fakeRest.formAround,
      around('ticket', [field('name', 'Name'), field('email', 'E-mail'), field('textarea', 'Message', { id: 'm' })]),
    );
    await settle({ clock });
    const offline = region('Nobody is available right now');
    expect(offline.getAllByRole('textbox').map((one) => (one as HTMLInputElement).value)).toEqual([
      'Nadia',
      '',
      'A tandem',
    ]);
    await set(session.fakeRest.formAround, around('prechat', [field('name', 'Your name')]));
    expect(box('Your name').value).toBe('Nadia');
    close();
  });

  it('takes nothing from storage that does not fit', async () => {
    await openWhole(({ session }) => {
      session.fakeRest.formDrafts.write('before', [
        { type: 'name', label: 'Name', answer: { toString: 'x' } },
        { type: 'select', label: 'S', answer: ['id-This', 'gone'] },
        null,
        7,
      ]);
      session.fakeRest.formAround.value = around('prechat', [
        field('name', 'Name'),
        field('select', 'S', { options: options('This') }),
      ]);
    });
    expect(box('Name').value).toBe('');
    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'S' }).value).toBe('id-This');
  });

  it('says of departments which are away, as it changes, and tells which was chosen', async () => {
    const groups = [3, 7].map((id) => ({ id: `o${id}`, label: `Group ${id}`, groupId: id as GroupId }));
    const { session } = await asked('prechat', field('group_chooser', 'Department', { options: groups }));
    expect(session.wishes).toContain('watch 3 7');
    await set(session.fakeRest.groupStatuses, new Map([[3 as GroupId, 'offline' as const]]));
    expect(screen.getByRole('option', { name: 'Group 3 (offline)' })).toBeTruthy();
    await userEvent.selectOptions(screen.getByRole('combobox'), 'o3');
    expect(session.wishes).toContain('chooseGroup 3');
    await set(session.fakeRest.formAround, around('ticket', [field('email', 'E-mail')], 3 as GroupId));
    await userEvent.click(screen.getByRole('button', { name: 'Back' }));
    await set(
      session.fakeRest.formAround,
      around('prechat', [field('group_chooser', 'Department', { options: groups })]),
    );
    expect(screen.getByRole<HTMLSelectElement>('combobox').value).toBe('');
    expect(session.wishes).toContain('unwatch');
  });

  it('says that a text waits for it', async () => {
    const { session } = await asked('prechat', field('name', 'Name'));
    expect(screen.queryByText('Your message goes out with the form.')).toBeNull();
    await set(session.timeline.items, [ownItem('Hello', { delivery: 'sending' })]);
    expect(screen.getByText('Your message goes out with the form.')).toBeTruthy();
  });
});

describe('the form after a chat', () => {
  it('shares its rating with the menu, takes its comment along, and can be put off', async () => {
    const { session, clock } = await openWhole(({ session: given }) => {
      given.chat.value = ended;
      given.timeline.items.value = [messageItem({ text: 'Bye' })];
      given.fakeRest.formAround.value = around('postchat', [
        field('rating', 'How was it with us?', { isRequired: true, commentLabel: 'Why?' }),
        field('question', 'More'),
      ]);
    });
    await settle({ clock });
    const after = region('How was it?');
    expect(screen.queryByRole('group', { name: 'Rate this chat' })).toBeNull();
    await userEvent.click(after.getByRole('button', { name: 'Submit' }));
    expect(after.getByText('Please choose one.')).toBeTruthy();
    await set(session.fakeRest.rating, { score: 'bad' });
    expect(after.getByRole('button', { name: 'Bad' }).getAttribute('aria-pressed')).toBe('true');
    await userEvent.type(after.getByRole('textbox', { name: 'Why?' }), 'Slow');
    await userEvent.click(after.getByRole('button', { name: 'Submit' }));
    expect(session.wishes).toEqual(['rate bad Slow', 'fill postchat']);
    await userEvent.click(after.getByRole('button', { name: 'Skip' }));
    expect(session.wishes).toContain('putOffForm');
  });
});

describe('while nobody is there', () => {
  it('asks where the answer shall go, once, and says so', async () => {
    const { session, clock } = await openWhole(({ session: given }) => {
      given.chat.value = active;
      given.availability.value = 'offline';
      given.timeline.items.value = [ownItem('Hello')];
    });
    await settle({ clock });
    const ask = region('Where can we reach you?');
    await userEvent.type(ask.getByRole('textbox'), 'nadia@harbour.example');
    await userEvent.click(ask.getByRole('button', { name: 'Submit' }));
    expect(session.wishes).toContain('followUp nadia@harbour.example');
    await set(session.users.me, { ...me, email: 'nadia@harbour.example' });
    expect(screen.getByText('You can still write. We will answer to nadia@harbour.example.')).toBeTruthy();
    expect(screen.queryByRole('region')).toBeNull();
  });

  it('does not offer to start again in vain', async () => {
    const { session } = await openWhole(({ session: given }) => {
      given.chat.value = ended;
    });
    expect(screen.getByRole('button', { name: 'Start the chat again' })).toBeTruthy();
    await set(session.availability, 'offline');
    expect(screen.queryByRole('button', { name: 'Start the chat again' })).toBeNull();
    expect(screen.getByText('Nobody is available right now')).toBeTruthy();
  });
});

it('the line is left after one question, for a message', async () => {
  const { session, clock } = await openWhole(({ session: given }) => {
    given.chat.value = queued(3, 240);
    given.timeline.items.value = [ownItem('Hello')];
  });
  await settle({ clock });
  await userEvent.click(screen.getByRole('button', { name: 'Leave the line' }));
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Stay in line' }));
  expect(session.wishes).not.toContain('endChat');
  await userEvent.click(screen.getByRole('button', { name: 'Leave the line' }));
  expect(session.wishes).toEqual(expect.arrayContaining(['endChat', 'leaveMessage']));
});

it.each([
  ['nadia@gmial.com', 'nadia@gmail.com'],
  ['nadia@gmail.co', 'nadia@gmail.com'],
  ['nadia@hotmaill.com', 'nadia@hotmail.com'],
  ['nadia@gmail.com', undefined],
  ['nadia@harbour.example', undefined],
  ['gmial.com', undefined],
])('%s may be meant as %s', (typed, meant) => {
  expect(likelyEmail(typed)).toBe(meant);
});

describe('who waits for an answer for long', () => {
  it('is asked for an address, and may go on writing; no more once somebody answers, or it is known', async () => {
    const window = await openWhole(({ session }) => {
      session.chat.value = active;
      session.timeline.items.value = [ownItem('Is anybody there?')];
    });
    const { session } = window;
    expect(screen.queryByRole('region', { name: 'Where can we reach you?' })).toBeNull();
    await set(session.fakeRest.isUnanswered, true);
    await settle(window);
    const asking = screen.getByRole('textbox', { name: /^Your e-mail|^E-mail/ });
    expect(asking).toBeTruthy();
    expect(box('Message').readOnly).toBe(false);
    await set(session.users.me, { ...me, email: 'nadia@harbour.example' });
    expect(asking.isConnected).toBe(false);
    // Known is not yet promised.
    expect(screen.queryByText(/we will answer/)).toBeNull();
    await set(session.fakeRest.chatProperties, new Map([['routing', new Map([['email_follow_up', true]])]]));
    expect(screen.getAllByText('If you go, we will answer to nadia@harbour.example.').length).toBeGreaterThan(0);
    await set(session.availability, 'offline');
    expect(screen.getByText('You can still write. We will answer to nadia@harbour.example.')).toBeTruthy();
    await set(session.availability, 'online');
    await set(session.users.me, me);
    await set(session.fakeRest.isUnanswered, false);
    expect(screen.queryByRole('textbox', { name: /^Your e-mail|^E-mail/ })).toBeNull();
  });
});
