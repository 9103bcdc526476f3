// @vitest-environment jsdom
import { screen, within } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { FormField, GroupId } from '../../../src/domain';
import { isEmail } from '../../../src/ui/forms/answers';
import { contentItem, field, filledForm, form, options } from '../../support/ui-content';
import { active, me, messageItem } from '../../support/ui-session';
import { hear, openWhole, set } from '../../support/ui-window';

const log = () => within(screen.getByRole('log', { name: 'Conversation' }));
const asking = (...fields: FormField[]) =>
  openWhole(({ session }) => {
    session.chat.value = active;
    session.timeline.items.value = [contentItem(form(fields))];
  });
const submit = () => userEvent.click(log().getByRole('button', { name: 'Submit' }));

describe('a form', () => {
  it('asks by native controls, each with a name', async () => {
    await asking(
      field('header', 'Read https://shop.example/terms first'),
      field('name', 'Your name', { isRequired: true }),
      field('email', 'Your e-mail'),
      field('question', 'Question'),
      field('subject', 'Subject'),
      field('textarea', 'More'),
      field('radio', 'Which?', { options: options('This', 'That') }),
      field('checkbox', 'Parts', { options: options('Frame', 'Wheels') }),
      field('select', 'When', { options: options('Now', 'Later') }),
      field('group_chooser', 'Whom', { options: options('Sales', 'Workshop') }),
      field('rating', 'How are we?'),
      field('checkbox_for_email', 'News', { isChecked: true }),
    );
    expect(log().getByRole('link', { name: /shop\.example\/terms/ })).toBeTruthy();
    const name = log().getByRole('textbox', { name: 'Your name (required)' });
    expect(name.getAttribute('autocomplete')).toBe('name');
    expect(name.getAttribute('aria-required')).toBe('true');
    const email = log().getByRole('textbox', { name: 'Your e-mail' });
    expect([email.getAttribute('type'), email.getAttribute('autocomplete')]).toEqual(['email', 'email']);
    for (const label of ['Question', 'Subject', 'More'])
      expect(log().getByRole('textbox', { name: label })).toBeTruthy();
    expect(within(log().getByRole('group', { name: 'Which?' })).getAllByRole('radio')).toHaveLength(2);
    expect(within(log().getByRole('group', { name: 'Parts' })).getAllByRole('checkbox')).toHaveLength(2);
    for (const label of ['When', 'Whom']) expect(log().getByRole('combobox', { name: label })).toBeTruthy();
    expect(
      within(log().getByRole('group', { name: 'How are we?' })).getByRole('button', { name: 'Good' }),
    ).toBeTruthy();
    expect((log().getByRole('checkbox', { name: 'News' }) as HTMLInputElement).checked).toBe(true);
    const controls = log().getByRole('article').querySelectorAll('input,select,textarea,button');
    expect([...controls].every((control) => control.getAttribute('tabindex') === '-1')).toBe(true);
  });

  it('lets links in what one agrees to be followed, and reached by Tab where the form is none in the log', async () => {
    const { session } = await asking(
      field('checkbox', 'Terms', { options: options('I agree: https://shop.example/terms') }),
      field('checkbox_for_email', 'Post, see https://shop.example/post'),
    );
    const links = (inside: ReturnType<typeof log>) =>
      inside.getAllByRole('link').map((link: HTMLElement) => [link.getAttribute('href'), link.tabIndex]);
    const [terms, post] = ['https://shop.example/terms', 'https://shop.example/post'];
    expect(links(log())).toEqual([
      [terms, -1],
      [post, -1],
    ]);
    await set(session.timeline.items, []);
    await set(session.chat, { state: 'none' });
    await set(session.fakeRest.formAround, {
      kind: 'prechat',
      groupId: 0 as GroupId,
      form: form([field('header', `Read ${terms}`)]).form,
    });
    expect(links(within(screen.getByRole('region', { name: 'Before we start' })))).toEqual([[terms, 0]]);
  });

  it('before a chat has its first name and e-mail where browser tests of pages look for them; in the log no id twice', async () => {
    const fields = [field('name', 'Name'), field('email', 'E-mail'), field('name', 'Another name')];
    const { session, root } = await asking(...fields);
    const ids = () => [...root.querySelectorAll('.form-fields input')].map((input) => input.id);
    expect(ids().filter((id) => /^(name|email)$/.test(id))).toEqual([]);
    await set(session.chat, { state: 'none' });
    await set(session.fakeRest.formAround, { kind: 'prechat', groupId: 0 as GroupId, form: form(fields).form });
    expect(ids().filter((id) => /^(name|email)$/.test(id))).toEqual(['name', 'email']);
    expect(new Set(ids()).size).toBe(ids().length);
    const region = within(screen.getByRole('region', { name: 'Before we start' }));
    expect(region.getByRole('textbox', { name: 'Name' }).id).toBe('name');
    expect(region.getByRole('textbox', { name: 'Another name' }).id).toMatch(/^natter-field-/);
  });

  it('says what is missing, and goes to the first of it', async () => {
    const { session, root } = await asking(
      field('name', 'Name'),
      field('email', 'E-mail', { isRequired: true }),
      field('radio', 'Which?', { options: options('This'), isRequired: true }),
      field('checkbox_for_email', 'I agree', { isRequired: true }),
    );
    const heard = hear(root);
    const user = userEvent.setup();
    await user.type(log().getByRole('textbox', { name: 'Name' }), 'Nadia');
    await submit();
    const email = log().getByRole('textbox', { name: 'E-mail (required)', description: 'Please fill in this field.' });
    expect(document.activeElement).toBe(email);
    expect(email.getAttribute('aria-invalid')).toBe('true');
    expect(log().getByText('Please choose one.')).toBeTruthy();
    expect(log().getByText('Please agree to go on.')).toBeTruthy();
    expect(heard).toEqual(['!3 fields need your attention.']);
    await user.keyboard('nadia@');
    expect(log().queryByText('Please fill in this field.')).toBeNull();
    await submit();
    expect(log().getByText('Please check the e-mail address.')).toBeTruthy();
    expect((log().getByRole('textbox', { name: 'Name' }) as HTMLInputElement).value).toBe('Nadia');
    expect(session.wishes).toEqual([]);
  });

  it('sends what was answered, says thank you, and leaves the focus where one writes', async () => {
    const { session, root } = await asking(
      field('name', 'Name', { id: 'n', isRequired: true }),
      field('textarea', 'More', { id: 't' }),
      field('radio', 'Which?', { id: 'r', options: options('This', 'That') }),
      field('checkbox', 'Parts', { id: 'c', options: options('Frame', 'Wheels') }),
      field('select', 'When', { id: 's', options: options('Now', 'Later') }),
      field('rating', 'How are we?', { id: 'rate' }),
      field('checkbox_for_email', 'News', { id: 'b' }),
    );
    const heard = hear(root);
    const user = userEvent.setup();
    await user.type(log().getByRole('textbox', { name: 'Name (required)' }), '  Nadia ');
    await user.click(log().getByRole('radio', { name: 'That' }));
    await user.click(log().getByRole('checkbox', { name: 'Frame' }));
    await user.click(log().getByRole('checkbox', { name: 'Wheels' }));
    await user.click(log().getByRole('checkbox', { name: 'Frame' }));
    await user.selectOptions(log().getByRole('combobox'), 'Later');
    await user.click(log().getByRole('button', { name: 'Good' }));
    await submit();
    expect(session.wishes).toEqual(['rate good', 'fill form-1 prechat']);
    expect(session.fakeRest.filled.value).toEqual(
      new Map<string, unknown>([
        ['n', 'Nadia'],
        ['r', ['id-That']],
        ['c', ['id-Wheels']],
        ['s', ['id-Later']],
        ['b', false],
      ]),
    );
    expect(log().getByText('Thank you.')).toBeTruthy();
    expect(log().queryByRole('button', { name: 'Submit' })).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Message' }));
    expect(heard).toEqual(['Thank you for rating.', 'Thank you.']);
  });

  it('marks what the service will not have, and keeps all that was answered', async () => {
    const { session, root } = await asking(
      field('name', 'Name', { id: 'n' }),
      field('email', 'E-mail', { id: 'e' }),
      field('question', 'Order', { id: 'o' }),
    );
    const heard = hear(root);
    const user = userEvent.setup();
    const email = log().getByRole('textbox', { name: 'E-mail' }) as HTMLInputElement;
    await user.type(log().getByRole('textbox', { name: 'Name' }), 'Nadia');
    await user.type(email, 'nadia@example.org');
    session.fakeRest.fillForm = () => Promise.resolve({ refused: ['e', 'unheard'] });
    await submit();
    expect(document.activeElement).toBe(email);
    expect(email.getAttribute('aria-invalid')).toBe('true');
    expect(
      log().getByRole('textbox', { name: 'E-mail', description: 'This answer was not accepted. Please check it.' }),
    ).toBe(email);
    expect(root.querySelectorAll('.form-problem')).toHaveLength(1);
    expect(heard).toEqual(['!1 field needs your attention.']);
    expect(email.value).toBe('nadia@example.org');
    expect((log().getByRole('textbox', { name: 'Name' }) as HTMLInputElement).value).toBe('Nadia');
    await user.type(email, 'x');
    expect(root.querySelectorAll('.form-problem')).toHaveLength(0);

    session.fakeRest.fillForm = () => Promise.resolve({ refused: ['unheard'] });
    await submit();
    expect(log().getByText(/^These answers were not accepted/)).toBeTruthy();
    session.fakeRest.fillForm = () => Promise.resolve('done');
    await submit();
    expect(log().getByText('Thank you.')).toBeTruthy();
  });

  it('keeps what was answered when it could not be sent, and sends once for two presses', async () => {
    const { session, root } = await asking(field('name', 'Name'));
    const heard = hear(root);
    session.fakeRest.outcome.value = 'failed';
    await userEvent.type(log().getByRole('textbox'), 'Nadia');
    await submit();
    expect(log().getByText('The form could not be sent. Nothing was lost.')).toBeTruthy();
    expect(heard).toEqual(['!The form could not be sent. Nothing was lost.']);
    expect((log().getByRole('textbox') as HTMLInputElement).value).toBe('Nadia');
    session.fakeRest.fillForm = () => {
      session.wishes.push('again');
      return new Promise(() => {});
    };
    await submit();
    await userEvent.click(log().getByRole('button', { name: 'Sending' }));
    expect(session.wishes).toEqual(['fill form-1 prechat', 'again']);
  });

  it('knows already what the customer is called', async () => {
    await openWhole(({ session }) => {
      session.users.me.value = { ...me, name: 'Nadia', email: 'nadia@harbour.example' };
      session.timeline.items.value = [contentItem(form([field('name', 'Name'), field('email', 'E-mail')]))];
    });
    const values = log()
      .getAllByRole('textbox')
      .map((box) => (box as HTMLInputElement).value);
    expect(values).toEqual(['Nadia', 'nadia@harbour.example']);
  });

  it('hears only now what the customer is called, and leaves alone what was typed or emptied', async () => {
    const { session } = await asking(field('name', 'Name'), field('name', 'Nickname'), field('email', 'E-mail'));
    const [, nickname, email] = log().getAllByRole('textbox') as HTMLInputElement[];
    await userEvent.type(nickname!, 'Nad');
    await userEvent.type(email!, 'x{Backspace}');
    await set(session.users.me, { ...me, name: 'Nadia', email: 'nadia@harbour.example' });
    const values = log()
      .getAllByRole('textbox')
      .map((box) => (box as HTMLInputElement).value);
    expect(values).toEqual(['Nadia', 'Nad', '']);
  });

  it('is a line once its answers are in the chat', async () => {
    const { session } = await asking(field('name', 'Name'));
    const filled = filledForm([{ id: 'n', type: 'name', label: 'Name', answers: ['Nadia'] }]);
    await set(session.timeline.items, [...session.timeline.items.value, contentItem(filled, { isOwn: true })]);
    expect(log().queryByRole('button', { name: 'Submit' })).toBeNull();
    expect(log().getByText('Thank you.')).toBeTruthy();
    expect(log().getByText('Nadia')).toBeTruthy();
  });

  it.each(['password', 'file', 'hidden', '<script>', '__proto__', 'constructor'])(
    'has nothing to type into for the type %s, and can be sent without it',
    async (type) => {
      const { session } = await asking(field(type, 'Card number', { isRequired: true }), field('name', 'Name'));
      expect(log().getByText('Card number')).toBeTruthy();
      expect(log().getByRole('article').querySelectorAll('input')).toHaveLength(1);
      await submit();
      expect(session.wishes).toEqual(['fill form-1 prechat']);
    },
  );

  it('is no trap when it asks to choose from nothing', async () => {
    const { session } = await asking(
      field('radio', 'R', { isRequired: true }),
      field('select', 'S', { isRequired: true }),
      field('name', ''),
    );
    expect(log().getByRole('textbox', { name: 'Name' })).toBeTruthy();
    await submit();
    expect(session.wishes).toEqual(['fill form-1 prechat']);
  });

  it('is cut when it is endless, and left out when it is empty', async () => {
    const { session, root } = await asking(...Array.from({ length: 3_000 }, () => field('question', 'Q')));
    expect(log().getAllByRole('textbox')).toHaveLength(100);
    await set(session.timeline.items, [messageItem({ text: 'Hi' }), contentItem(form([]))]);
    expect(root.querySelectorAll('.rows > li')).toHaveLength(1);
  });

  it('is walked through by keys: Enter goes in, Escape out', async () => {
    await asking(
      field('name', 'Name'),
      field('radio', 'Which?', { options: options('This', 'That') }),
      field('email', 'E-mail'),
    );
    const user = userEvent.setup();
    screen.getByRole('textbox', { name: 'Message' }).focus();
    await user.keyboard('{ArrowUp}{Enter}');
    expect(document.activeElement).toBe(log().getByRole('textbox', { name: 'Name' }));
    await user.keyboard('{Tab}');
    expect(document.activeElement).toBe(log().getByRole('radio', { name: 'This' }));
    await user.keyboard('{Tab}');
    expect(document.activeElement).toBe(log().getByRole('textbox', { name: 'E-mail' }));
    await user.keyboard('{Escape}');
    expect(document.activeElement).toBe(log().getByRole('article'));
  });
});

describe('answers to a form', () => {
  it('are questions with their answers', async () => {
    await openWhole(({ session }) => {
      session.timeline.items.value = [
        contentItem(
          filledForm([
            { id: '1', type: 'name', label: '\u202Eeman ruoY', answers: ['Nadia'] },
            { id: '2', type: 'checkbox', label: 'Parts', answers: ['Frame', 'Wheels'] },
            { id: '3', type: 'question', label: 'More', answers: [] },
            { id: '4', type: 'checkbox_for_email', label: 'News', answers: [], isChecked: false },
          ]),
          { isOwn: true },
        ),
      ];
    });
    const list = log().getByText('Your answers').nextElementSibling as HTMLElement;
    const pairs = [...list.children].map((pair) => [...pair.children].map((part) => part.textContent));
    expect(pairs).toEqual([
      ['eman ruoY', 'Nadia'],
      ['Parts', 'Frame, Wheels'],
      ['More', 'No answer'],
      ['News', 'No'],
    ]);
  });
});

it.each([
  ['nadia@harbour.example', true],
  ["o'brien+x@mail.co.uk", true],
  ['用户@例子.公司', true],
  ['a@localhost', true],
  ['nadia', false],
  ['a b@c.example', false],
  ['@c.example', false],
  ['a@', false],
  ['a@-b.example', false],
])('%s is an e-mail address: %s', (text, isOne) => {
  expect(isEmail(text)).toBe(isOne);
});
