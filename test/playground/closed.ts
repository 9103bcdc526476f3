import { element, greeting } from '../support/ui-content';
import { active } from '../support/ui-session';
import { people, shortTalk } from './conversation';
import type { Stage } from './setting';
import { until } from './until';

/** What stands in the place of the window while that is closed, as high as it asks the page for. */
const closed =
  (prepare: (stage: Stage) => void, say?: (stage: Stage) => void) =>
  (stage: Stage): (() => Promise<void>) => {
    const { session, host, clock } = stage;
    session.rest.value = session.fakeRest;
    session.users.agents.value = [people.mara];
    session.timeline.items.value = shortTalk(clock.now());
    host.isOpen.value = false;
    prepare(stage);
    const place = () => document.querySelector<HTMLElement>('.notices');
    const height = () => host.asked.findLast((wish) => wish.type === 'peek' && wish.height > 0);
    return async () => {
      await until(() => place() !== null);
      say?.(stage);
      await until(() => height() !== undefined);
      const wish = height();
      if (wish?.type === 'peek') place()?.setAttribute('style', `inset-block-start: auto; height: ${wish.height}px`);
    };
  };

export const closedStates = {
  'closed-message': closed(
    ({ session }) => {
      session.chat.value = active;
      session.unread.count.value = 1;
    },
    ({ session }) => {
      session.receive('We have kept a slot for you on Thursday at a quarter past five. Does that suit you?');
    },
  ),
  'closed-greeting': closed(({ session }) => {
    session.fakeRest.greeting.value = greeting(
      { kind: 'message', text: 'Looking for your parcel? Ask us!' },
      { agent: people.mara },
    );
  }),
  'closed-announcement': closed(({ session }) => {
    session.fakeRest.greeting.value = greeting(
      {
        kind: 'rich-message',
        templateId: 'cards',
        elements: [element({ title: 'Going already?', subtitle: 'We can send you our list of used bikes.' })],
      },
      { agent: people.theo, subtype: 'announcement', addon: 'email' },
    );
  }),
};
