import type { FormAround, FormField, GroupId, UserId } from '../../src/domain';
import { field, options } from '../support/ui-content';
import { active, ended, me, ownItem, queued } from '../support/ui-session';
import { day, people, shortTalk, theirs } from './conversation';
import type { Stage } from './setting';

const contact = [field('name', 'Your name', { isRequired: true }), field('email', 'Your e-mail', { isRequired: true })];
const groups = ['General', 'Workshop', 'Sales'].map((label, index) => ({
  id: label,
  label,
  groupId: [0, 3, 7][index] as GroupId,
}));

function asks({ session }: Stage, kind: FormAround['kind'], fields: readonly FormField[]): void {
  session.fakeRest.formAround.value = { kind, groupId: 0 as GroupId, form: { id: 'form-1', fields } };
}

function beforeChat(stage: Stage): void {
  stage.session.fakeRest.groupStatuses.value = new Map([[3 as GroupId, 'offline']]);
  asks(stage, 'prechat', [
    field('header', 'We keep what you tell us for a year: https://harbour.example/privacy'),
    ...contact,
    field('group_chooser', 'Who shall help you?', { isRequired: true, options: groups }),
    field('radio', 'Do you ride with us already?', { options: options('Yes', 'No') }),
    field('checkbox', 'What is it about?', { options: options('Buying', 'Renting', 'Repair') }),
    field('textarea', 'How can we help?'),
  ]);
}

/** What surrounds a chat: forms before, after and instead of it, the way out of the line. */
const states: Readonly<Record<string, (stage: Stage) => (() => Promise<void>) | undefined>> = {
  'form-before': (stage) => {
    beforeChat(stage);
    return undefined;
  },
  'form-before-errors': (stage) => {
    beforeChat(stage);
    stage.session.timeline.items.value = [
      day(stage.clock.now()),
      ownItem('Is the Tourer in stock?', { at: stage.clock.now(), delivery: 'sending' }),
    ];
    return () => stage.press('form.start_chat');
  },
  'form-offline': (stage) => {
    stage.session.availability.value = 'offline';
    asks(stage, 'ticket', [
      ...contact,
      field('subject', 'Subject'),
      field('textarea', 'Message', { isRequired: true }),
    ]);
    return undefined;
  },
  'form-after': (stage) => {
    stage.session.chat.value = ended;
    stage.session.timeline.items.value = shortTalk(stage.clock.now());
    stage.session.fakeRest.rating.value = { score: 'good' };
    asks(stage, 'postchat', [
      field('rating', 'Rate this chat', { commentLabel: 'Leave a comment' }),
      field('radio', 'Was your question answered?', { options: options('Yes', 'No') }),
      field('checkbox_for_email', 'Send me the transcript'),
    ]);
    return undefined;
  },
  'after-chat': ({ session, clock }) => {
    session.chat.value = ended;
    session.users.me.value = { ...me, email: 'nadia@harbour.example' };
    session.timeline.items.value = shortTalk(clock.now());
    return undefined;
  },
  'way-to-a-person': ({ session, clock }) => {
    const pip = { kind: 'agent', id: 'pip' as UserId, name: 'Pip', isPresent: true, isBot: true } as const;
    session.chat.value = active;
    session.users.agents.value = [pip];
    session.fakeRest.rules.value = { ...session.fakeRest.rules.peek(), person: true };
    session.timeline.items.value = [
      day(clock.now()),
      ownItem('Is the rear wheel of the Tourer in stock?', { at: clock.now() - 60_000 }),
      ...theirs(pip, clock.now(), 'I can tell you about bikes, opening hours and delivery.'),
    ];
    return undefined;
  },
  'ask-email': ({ session, clock }) => {
    session.chat.value = active;
    session.availability.value = 'offline';
    session.timeline.items.value = [day(clock.now()), ownItem('Do you rent tandems?', { at: clock.now() })];
    return undefined;
  },
  'ask-email-late': ({ session, clock }) => {
    session.chat.value = active;
    session.fakeRest.isUnanswered.value = true;
    session.timeline.items.value = [day(clock.now()), ownItem('Is anybody there?', { at: clock.now() })];
    return undefined;
  },
  'ask-email-told': ({ session, clock }) => {
    session.chat.value = active;
    session.fakeRest.isUnanswered.value = true;
    session.users.me.value = { ...me, email: 'nadia@harbour.example' };
    session.fakeRest.chatProperties.value = new Map([['routing', new Map([['email_follow_up', true]])]]);
    session.timeline.items.value = [day(clock.now()), ownItem('Is anybody there?', { at: clock.now() })];
    return undefined;
  },
  'queue-leaving': (stage) => {
    stage.session.chat.value = queued(2, 7_200);
    stage.session.timeline.items.value = [day(stage.clock.now()), ownItem('Hello?', { at: stage.clock.now() })];
    return () => stage.press('queue.leave');
  },
  'header-rated': ({ session, clock }) => {
    session.chat.value = active;
    session.users.agents.value = [people.mara];
    session.fakeRest.rating.value = { score: 'bad' };
    session.timeline.items.value = shortTalk(clock.now());
    return undefined;
  },
};

export const around = Object.fromEntries(
  Object.entries(states).map(([name, prepare]) => [
    name,
    (stage: Stage) => {
      stage.session.rest.value = stage.session.fakeRest;
      return prepare(stage);
    },
  ]),
);
