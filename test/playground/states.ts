import type { EventId, MessageItem, Place, Refusal, ThreadId } from '../../src/domain';
import type { PlainKey } from '../../src/ui/i18n/catalogue';
import { active, ended, mara, messageOf, ownItem, queued, resuming, systemItem } from '../support/ui-session';
import { around } from './around';
import { closedStates } from './closed';
import { contents } from './contents';
import { day, group, longTalk, manyMessages, own, people, shortTalk, strangeTexts, theirs } from './conversation';
import { homeStates } from './home';
import { layers } from './layers';
import type { Stage } from './setting';

type Prepare = ((stage: Stage) => void) | ((stage: Stage) => (() => void | Promise<void>) | undefined);

const MINUTE = 60_000;

function talk({ session, clock }: Stage): void {
  session.chat.value = active;
  session.users.agents.value = [people.mara];
  session.timeline.items.value = shortTalk(clock.now());
}

function refused(reason: Refusal, text: string, at: number) {
  return ownItem(text, { delivery: 'refused', refusal: reason, at });
}

async function chooseInMenu({ press }: Stage, key: PlainKey): Promise<void> {
  await press('window.menu');
  await press(key);
}

/** A page that wants more in the menu; the window of its own is never opened. */
function wantsMore(stage: Stage): void {
  contents['files']?.(stage);
  const { rules } = stage.session.fakeRest;
  rules.value = { ...rules.value, hasOwnWindow: true, notifies: true };
  Object.assign(stage.session.fakeRest, { prepareWindow: async () => () => false });
}

/** Every state of the window by name. What the answer of a function does is done once the window stands. */
export const states: Readonly<Record<string, Prepare>> = {
  empty: ({ session }) => {
    session.rest.value = session.fakeRest;
  },
  'empty-offline': ({ session }) => {
    session.rest.value = session.fakeRest;
    session.availability.value = 'offline';
  },
  restoring: ({ session }) => {
    session.phase.value = 'restoring';
    session.availability.value = 'unknown';
    session.draft.set('Is the Tidewater still on offer');
  },
  conversation: ({ session, clock }) => {
    session.chat.value = active;
    session.users.agents.value = [people.theo, people.mara];
    session.timeline.items.value = longTalk(clock.now());
  },
  'one-agent': talk,
  typing: (stage) => {
    talk(stage);
    stage.session.typing.userIds.value = [mara.id];
  },
  'no-photo': (stage) => {
    talk(stage);
    stage.session.users.agents.value = [{ ...mara, avatarUrl: 'https://127.0.0.1:5999/gone.png' }];
    stage.session.typing.userIds.value = [mara.id];
  },
  'own-message-states': (stage) => {
    talk(stage);
    const at = stage.clock.now() - MINUTE;
    stage.session.timeline.items.value = [
      ...shortTalk(stage.clock.now()),
      ...theirs(people.mara, at - 2 * MINUTE, 'Thursday at five it is.'),
      ...group([
        ownItem('Seen by Mara', { at, delivery: 'seen' }),
        ownItem('Sent, not seen yet', { at, delivery: 'sent' }),
        ownItem('On its way', { at, delivery: 'sending' }),
        ownItem('Waits for the line', { at, delivery: 'waiting' }),
      ]),
    ];
  },
  refused: (stage) => {
    talk(stage);
    const at = stage.clock.now() - MINUTE;
    stage.session.timeline.items.value = [
      ...shortTalk(stage.clock.now()),
      ...group([
        refused('other', 'Could I bring it on Friday instead?', at),
        refused('expired', 'Or on Saturday?', at),
      ]),
    ];
  },
  ended: ({ session, clock }) => {
    session.chat.value = ended;
    session.timeline.items.value = [
      ...shortTalk(clock.now()),
      systemItem('manual_archived_agent', { agent: 'Mara Okafor' }, { at: clock.now() - MINUTE }),
    ];
  },
  resuming: (stage) => {
    states['ended']?.(stage);
    stage.session.chat.value = resuming;
    stage.session.draft.set('One more thing: do you sell mudguards?');
  },
  'offline-fresh': (stage) => {
    talk(stage);
    stage.session.line.value = { state: 'connecting', downSince: stage.clock.now() - 3_000 };
  },
  'offline-12s': (stage) => {
    talk(stage);
    const now = stage.clock.now();
    stage.session.line.value = { state: 'waiting', downSince: now - 12_000, retryAt: now + 18_000 };
    stage.session.timeline.items.value = [
      ...shortTalk(now),
      ownItem('Are you still there?', { at: now, delivery: 'waiting' }),
    ];
  },
  'stopped-banned': (stage) => {
    talk(stage);
    stage.session.line.value = { state: 'stopped', reason: 'banned' };
  },
  'stopped-idle': (stage) => {
    talk(stage);
    stage.session.line.value = { state: 'stopped', reason: 'idle-too-long' };
  },
  'nobody-available': ({ session, clock }) => {
    session.chat.value = ended;
    session.availability.value = 'offline';
    session.timeline.items.value = [
      ...shortTalk(clock.now()),
      systemItem('routing.archived_offline', {}, { at: clock.now() - MINUTE }),
    ];
  },
  'looking-for-agent': ({ session, clock }) => {
    session.chat.value = active;
    session.timeline.items.value = [day(clock.now()), ownItem('Hello, is anybody there?', { at: clock.now() })];
  },
  queue: ({ session, clock }) => {
    session.chat.value = queued(3, 240);
    session.timeline.items.value = [day(clock.now()), ownItem('Hello, is anybody there?', { at: clock.now() })];
  },
  strange: ({ session, clock }) => {
    session.chat.value = active;
    session.users.agents.value = [
      {
        ...people.mara,
        name: 'Мария-Александра Константинопольская-Преображенская',
        jobTitle: 'Leiterin der Abteilung für Fahrradersatzteilbeschaffung und -instandhaltung',
      },
    ];
    session.timeline.items.value = strangeTexts(clock.now());
  },
  arabic: ({ session, clock }) => {
    const now = clock.now();
    session.chat.value = active;
    session.users.agents.value = [{ ...people.mara, name: 'مارا أوكافور', jobTitle: 'مستشارة العملاء' }];
    session.timeline.items.value = [
      day(now - 9 * MINUTE),
      ownItem('مرحبا، هل يمكنني إحضار دراجتي يوم الخميس بعد الخامسة؟', { at: now - 9 * MINUTE, delivery: 'seen' }),
      systemItem('agent_joined', { agent: 'مارا أوكافور' }, { at: now - 8 * MINUTE }),
      ...theirs(people.mara, now - 6 * MINUTE, 'أهلا وسهلا! نعم، الخميس مناسب.', 'Please bring the old cassette too.'),
      ownItem('شكرا', { at: now - 4 * MINUTE }),
    ];
  },
  'history-loading': ({ session, clock }) => {
    session.chat.value = active;
    session.users.agents.value = [people.mara];
    session.timeline.older.value = 'loading';
    session.timeline.items.value = shortTalk(clock.now());
  },
  'history-failed': ({ session, clock }) => {
    session.chat.value = active;
    session.users.agents.value = [people.mara];
    session.timeline.older.value = 'failed';
    session.timeline.items.value = shortTalk(clock.now());
  },
  '300-messages': ({ session, clock, lineMs }) => {
    session.chat.value = active;
    session.users.agents.value = [people.mara];
    const all = manyMessages(clock.now(), 300);
    session.timeline.items.value = all.slice(-60);
    session.timeline.older.value = 'some';
    session.timeline.loadOlder = async () => {
      session.timeline.older.value = 'loading';
      await new Promise<void>((resolve) => lineMs !== undefined && clock.after(lineMs, resolve));
      const shown = session.timeline.items.value.length;
      session.timeline.items.value = all.slice(-(shown + 60));
      session.timeline.older.value = shown + 60 < all.length ? 'some' : 'none';
    };
  },
  'log-lines': ({ session, host, clock }) => {
    const at = clock.now() - 9 * MINUTE;
    const of = (thread: string, item: MessageItem) => ({
      ...item,
      event: { ...messageOf(item), threadId: thread as ThreadId },
    });
    session.chat.value = active;
    session.users.agents.value = [people.mara];
    session.rest.value = session.fakeRest;
    session.timeline.items.value = [
      day(at),
      ...own(at, 'Thanks, that is all!').map((item) => of('T1', item)),
      systemItem('agent_joined', { agent: 'Mara Okafor' }, { at: at + MINUTE }),
      ...theirs(people.mara, at + MINUTE, 'Hello again', '🚲🎉', '👍').map((item) => of('K600PKZON8', item)),
      systemItem('event_deleted', {}, { at: at + 2 * MINUTE }),
      ...theirs(people.mara, at + 3 * MINUTE, 'Is it about the same bike?').map((item) => of('K600PKZON8', item)),
    ];
    host.customViews = () => ({
      title: 'Order 4711',
      text: 'Handed to the courier',
      links: [{ text: 'Follow it', url: 'https://harbour.example/4711' }],
    });
    session.fakeRest.customEvents.value = [
      {
        kind: 'custom',
        id: 'custom' as EventId,
        threadId: 'K600PKZON8' as ThreadId,
        place: { at: at + 4 * MINUTE, rank: 0 as Place['rank'] },
        authorId: mara.id,
        content: {},
      },
    ];
    return () => {
      const isReady = () => document.querySelector('[role=separator], .row[data-key^="thread:"]') !== null;
      const receive = () => {
        if (!isReady()) {
          requestAnimationFrame(receive);
          return;
        }
        host.isOpen.value = false;
        session.receive('We have it in stock.');
        session.receive('In blue, too.');
        host.isOpen.value = true;
      };
      receive();
    };
  },
  'far-up': (stage) => {
    states['300-messages']?.(stage);
    return () => {
      const log = document.querySelector('[role=log]') as HTMLElement;
      log.scrollTop = 700;
      log.dispatchEvent(new Event('scroll'));
    };
  },
  'new-messages': (stage) => {
    stage.session.chat.value = active;
    stage.session.users.agents.value = [people.mara];
    stage.session.timeline.items.value = longTalk(stage.clock.now());
    return () => {
      const log = document.querySelector('[role=log]') as HTMLElement;
      log.scrollTop = 120;
      log.dispatchEvent(new Event('scroll'));
      stage.session.receive('We have kept a slot for you.');
      stage.session.receive('Thursday, 17:15.');
    };
  },
  'nearly-full': (stage) => {
    talk(stage);
    stage.session.draft.set('A long story. '.repeat(1_160));
  },
  'too-long': (stage) => {
    talk(stage);
    stage.session.rest.value = stage.session.fakeRest;
    stage.session.draft.set('A long story. '.repeat(2_400));
  },
  'draft-lines': (stage) => {
    talk(stage);
    stage.session.draft.set('Three things:\n1. the chain\n2. the cassette\n3. new tape for the handlebar');
  },
  'menu-open': (stage) => {
    talk(stage);
    return () => stage.press('window.menu');
  },
  'confirm-end': (stage) => {
    talk(stage);
    return () => chooseInMenu(stage, 'window.menu_end');
  },
  'menu-whole': (stage) => {
    contents['files']?.(stage);
    stage.session.fakeRest.rating.value = { score: 'bad' };
    stage.session.fakeRest.transcriptEmail.value = 'nadia@harbour.example';
    return () => stage.press('window.menu');
  },
  'menu-more': (stage) => {
    wantsMore(stage);
    return () => stage.press('window.menu');
  },
  'own-window-blocked': (stage) => {
    wantsMore(stage);
    return () => chooseInMenu(stage, 'window.menu_detach');
  },
  rating: (stage) => {
    contents['files']?.(stage);
    stage.session.fakeRest.rating.value = { score: 'good' };
    return () => chooseInMenu(stage, 'window.menu_rate');
  },
  transcript: (stage) => {
    contents['files']?.(stage);
    return () => chooseInMenu(stage, 'window.menu_transcript');
  },
  ...contents,
  ...around,
  ...homeStates,
  ...layers,
  ...closedStates,
  broken: (stage) => {
    talk(stage);
    Object.defineProperty(stage.session.draft.text, 'value', {
      get() {
        throw new Error('a fault on purpose');
      },
    });
  },
};
