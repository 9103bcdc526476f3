import type { HomeLink } from '../../src/domain';
import { active, ended, messageItem } from '../support/ui-session';
import { longTalk, people, shortTalk } from './conversation';
import type { Stage } from './setting';
import { until } from './until';

const MINUTE = 60_000;

const LINKS: readonly HomeLink[] = [
  { text: 'Where is my order?', url: 'https://harbour.example/orders', isMoment: true },
  { text: 'Opening hours of the workshop', url: 'https://harbour.example/hours', isMoment: false },
  { text: 'Returns', url: 'https://harbour.example/returns', isMoment: false },
];

function atHome({ session }: Stage, links: readonly HomeLink[] = LINKS): void {
  session.rest.value = session.fakeRest;
  session.fakeRest.rules.value = { ...session.fakeRest.rules.value, home: { links } };
}

/** What an opened window may show first. */
export const homeStates: Readonly<Record<string, (stage: Stage) => (() => Promise<void>) | undefined>> = {
  home: (stage) => {
    atHome(stage);
    return undefined;
  },
  'home-chat': (stage) => {
    atHome(stage);
    const { session, clock } = stage;
    session.chat.value = active;
    session.users.agents.value = [people.mara];
    session.timeline.items.value = shortTalk(clock.now());
    return async () => {
      await until(() => document.querySelector('.home') !== null);
      session.receive('We have kept a slot for you: Thursday, a quarter past five. Shall I book it for the Tidewater?');
      session.unread.count.value = 2;
    };
  },
  'home-ended': (stage) => {
    atHome(stage, []);
    const { session, clock } = stage;
    session.chat.value = ended;
    session.timeline.items.value = longTalk(clock.now() - 3 * 24 * 60 * MINUTE);
    return undefined;
  },
  'home-strange': (stage) => {
    const long = 'Fahrradersatzteilbeschaffungsrichtlinienübersicht '.repeat(3);
    atHome(
      stage,
      Array.from({ length: 9 }, (_, index) => ({
        text: index % 3 === 0 ? long : index % 3 === 1 ? 'אופניים – مواعيد العمل' : 'Returns',
        url: `https://harbour.example/${index}`,
        isMoment: index % 2 === 0,
      })),
    );
    const { session, clock } = stage;
    session.availability.value = 'offline';
    session.line.value = { state: 'waiting', downSince: clock.now() - 12_000, retryAt: clock.now() + 18_000 };
    session.chat.value = active;
    session.timeline.items.value = [messageItem({ text: long, at: clock.now() - 400 * 24 * 60 * MINUTE })];
    return undefined;
  },
  'home-left': (stage) => {
    atHome(stage);
    const { session, clock } = stage;
    session.chat.value = active;
    session.users.agents.value = [people.mara, people.theo];
    session.timeline.items.value = shortTalk(clock.now());
    return () => stage.press('home.continue');
  },
};
