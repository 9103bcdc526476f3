import { NAMESPACE } from './device';
import { addressOf } from './service';
import type { Tab } from './tab';
import type { World } from './world';

/** Somebody does something, or something happens to somebody: in which tab, and by which dice. */
export type Act = (world: World, tab: Tab, chance: () => number) => void;

const LONGEST_BYTES = 16 * 1024;
const NOTHING_TYPED = JSON.stringify({ text: '' });

/** What people do on any day. */
export const PEOPLE: Readonly<Record<string, Act>> = {
  'visitor writes': (world, tab) => say(world, tab),
  'visitor writes thrice'(world, tab) {
    for (let time = 0; time < 3; time += 1) say(world, tab);
  },
  'visitor writes at length'(world, tab, chance) {
    world.hit('very long text');
    const letter = chance() < 0.5 ? 'x' : 'ü';
    say(
      world,
      tab,
      letter.repeat(
        Math.floor(((0.5 + chance() / 2) * (LONGEST_BYTES - 64)) / new TextEncoder().encode(letter).length),
      ),
    );
  },
  'visitor types'(world, tab, chance) {
    if (!tab.client || tab.clock.isFrozen) return;
    const me = tab.client.session.users.me.peek()?.id;
    tab.client.session.draft.set(`half a thou${'g'.repeat(Math.floor(chance() * 20))}${me ? ` of ${me}` : ''}`);
    typedIn(world, tab);
  },
  'visitor tries now': (_world, tab) => tab.client?.session.retryLine(),
  'visitor tries again': (world, tab) => retryRefused(world, tab),
  'visitor ends the chat': (_world, tab) => void tab.client?.session.endChat(),
  'visitor starts again': (_world, tab) => void tab.client?.session.startAgain(),
  'visitor rates': (_world, tab, chance) => void tab.client?.rest.rate(chance() < 0.5 ? 'good' : 'bad'),
  'visitor reads older pages': (_world, tab) => void tab.client?.session.timeline.loadOlder(),

  'agent writes': (world) => agentSays(world),
  'agent writes thrice'(world) {
    for (let time = 0; time < 3; time += 1) agentSays(world);
  },
  'agent types': (world) => ask(world, 'send_typing_indicator', { is_typing: true }),
  'agent reads'(world) {
    const newest = events(world).at(-1);
    if (newest) ask(world, 'mark_events_as_seen', { seen_up_to: newest.createdAt });
  },
  'agent edits': (world, _tab, chance) =>
    change(world, chance, 'edit-event', { text: `edited ${Math.floor(chance() * 1e6)}` }),
  'agent deletes': (world, _tab, chance) => change(world, chance, 'delete-event', {}),
  'agent ends the chat'(world) {
    if (!isConnected(world)) world.hit('chat ended in a gap');
    ask(world, 'deactivate_chat', {});
  },
  'agent starts again': (world) => ask(world, 'resume_chat', {}),
  'agent hands over'(world, _tab, chance) {
    const [from, to] = chance() < 0.5 ? (['mara', 'theo'] as const) : (['theo', 'mara'] as const);
    world.hit('chat transferred');
    world.service.agent(to);
    ask(world, 'transfer_chat', { target: { type: 'agent', ids: [addressOf(to)] }, force: true }, from);
  },
};

/** Texts are numbered over all tabs, so that a trace can be read. */
export function say(world: World, tab: Tab, rest = ''): void {
  if (!tab.client) return;
  tab.send(`t${tab.number} says ${world.said().length + 1}${rest && ` ${rest}`}`);
  typedIn(world, tab);
}

/** All tabs have one draft, so the others are to follow; unless one of them has something that the rest do not know yet. */
function typedIn(world: World, tab: Tab): void {
  const isFirst = !isLeftByNobody(world, tab) && world.tabs.every((other) => other === tab || isKnownToAll(other));
  for (const other of world.tabs) other.typed = undefined;
  // Where storage was cleared, each tab goes on with what it has.
  const isShared = world.device.disk.troubleAt === Number.NEGATIVE_INFINITY || world.tabs.length === 1;
  if (isFirst && isShared) tab.typed = tab.client?.session.draft.text.peek();
}

/** What was typed before it was known by whom comes to the others later. */
function isKnownToAll({ client }: Tab): boolean {
  const draft = client?.session.core.draft;
  return !draft || (draft.isSaved() && (draft.author !== '' || !draft.text.peek()));
}

/** A page has gone that knew nobody, and what was typed in it is for whoever comes next. */
function isLeftByNobody({ device }: World, { client }: Tab): boolean {
  const left = device.disk.kept.get(`${NAMESPACE}draft:`);
  const isItsOwn = client?.session.core.draft.author === '';
  return !isItsOwn && left !== undefined && left !== NOTHING_TYPED;
}

export function retryRefused(world: World, tab: Tab): void {
  const items = tab.client?.session.core.outbox.items.peek() ?? [];
  for (const { customId, state } of items) {
    if (state !== 'refused') continue;
    const said = world.find(customId);
    if (said) said.wasRetried = true;
    tab.client?.session.retry(customId);
  }
}

const isConnected = ({ tabs }: World) => tabs.some(({ client }) => client?.session.line.peek().state === 'online');
const events = ({ anna, service }: World) => (anna === undefined ? [] : service.truth.eventsOf(anna));

function chatId({ anna, service }: World): string | undefined {
  return anna === undefined ? undefined : service.truth.chatOf(anna)?.id;
}

export function ask(world: World, action: string, payload: object, by: 'mara' | 'theo' = 'mara'): void {
  const id = chatId(world);
  if (!id || !world.service.isUp) return;
  const named =
    action === 'resume_chat'
      ? { chat: { id } }
      : action === 'transfer_chat' || action === 'deactivate_chat'
        ? { id }
        : { chat_id: id };
  world.service.agent(by).ask(action, { ...named, ...payload });
}

export function agentSays(world: World): void {
  if (!isConnected(world)) world.hit('written in a gap');
  const text = `agent says ${world.service.truth.turns}`;
  ask(world, 'send_event', { event: { type: 'message', text, visibility: 'all' } });
}

function isUnconfirmed({ tabs, device }: World, customId: string | undefined): boolean {
  const isHeld = ({ client }: Tab) =>
    client?.session.core.outbox.items.peek().some((item) => item.customId === customId) === true;
  const isKept = (text: string) => customId !== undefined && text.includes(customId);
  return customId !== undefined && (tabs.some(isHeld) || [...device.disk.kept.values()].some(isKept));
}

/** In the newest thread: what is older is read when somebody scrolls there. */
function change(world: World, chance: () => number, control: 'edit-event' | 'delete-event', how: object): void {
  const thread = world.anna === undefined ? undefined : world.service.truth.newestThread(world.anna);
  // What is deleted before its author knows that it arrived cannot be found by looking for it: it is sent again.
  const isUnknown = (id: string | undefined) => isUnconfirmed(world, id);
  const messages = events(world).filter(
    ({ type, threadId, customId }) => type === 'message' && threadId === thread?.id && !isUnknown(customId),
  );
  const event = messages[Math.floor(chance() * messages.length)];
  if (!event || !world.service.isUp) return;
  // In v3.0 nobody hears of a deletion: only history knows.
  if (control === 'delete-event' && world.version === '3.0' && isConnected(world)) return;
  if (!isConnected(world)) world.hit(control === 'edit-event' ? 'edited in a gap' : 'deleted in a gap');
  world.service.control(control, { chat_id: chatId(world), thread_id: event.threadId, event_id: event.id, ...how });
}
