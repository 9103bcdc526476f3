import { computed, effect, type ReadonlySignal, signal } from '@preact/signals-core';
import type { GatewayRest } from '../gateway-rest';
import type { Clock, Store } from '../ports';
import type { SessionCore } from '../session';
import type { ChatRules, FormAround } from '../session-rest';
import type { Form, GroupId, ThreadId } from '../types';
import { endedToday } from './ended-today';

const DONE = 'postchat-done';

type Place = Pick<FormAround, 'kind' | 'groupId'>;
const nameOf = ({ kind, groupId }: Place) => `${kind} ${groupId}`;

interface Parts {
  readonly gateway: Pick<GatewayRest, 'readForm'>;
  readonly clock: Clock;
  readonly store: Store;
  readonly groupId: GroupId;
  readonly rules: ReadonlySignal<ChatRules>;
  /** Somebody has spoken first, and is about to be answered. */
  readonly isGreeted: ReadonlySignal<boolean>;
}

/**
 * Which form stands around the chat at present. Before it: the one of the group, or the offline one where nobody is. A
 * chat that ended today goes on without being asked again, and after it comes the form for afterwards.
 */
export function createFormsAround(
  core: SessionCore,
  { gateway, clock, store, groupId: home, rules, isGreeted }: Parts,
) {
  const { chat, timeline, users, groups, isOnline } = core;
  /** What the groups ask for; null: nothing. */
  const forms = signal<ReadonlyMap<string, Form | null>>(new Map());
  const chosen = signal<GroupId | undefined>(undefined);
  const wantsMessage = signal(false);
  const finished = signal<readonly unknown[]>([store.read(DONE)]);
  const asked = new Set<string>();

  // Once everything is known: a lost line takes no form away.
  let wasOnline = false;
  const isKnown = computed(() => {
    wasOnline ||= isOnline.value;
    return wasOnline;
  });
  const isOffline = (groupId: GroupId) => (groups.value.get(groupId) ?? 'offline') === 'offline';
  const lastThread = computed(() => timeline.logs.value.threads.at(-1));

  const place = computed((): Place | undefined => {
    const { state } = chat.state.value;
    if (!isKnown.value || state === 'active') return undefined;
    if (wantsMessage.value) return { kind: 'ticket', groupId: home };
    if (endedToday(core, clock)) {
      return hadAgent() ? { kind: 'postchat', groupId: chat.known.value?.groupIds?.[0] ?? home } : undefined;
    }
    if (isOffline(home)) return { kind: 'ticket', groupId: home };
    const other = chosen.value;
    if (other !== undefined && isOffline(other)) return { kind: 'ticket', groupId: other };
    return isGreeted.value && !rules.value.asksAfterGreeting ? undefined : { kind: 'prechat', groupId: home };
  });

  function hadAgent(): boolean {
    const me = users.me.value?.id;
    return lastThread.value?.events.some((event) => event.kind === 'message' && event.authorId !== me) ?? false;
  }

  function isFinished(form: Form): boolean {
    const thread = lastThread.value;
    const isAnswered = thread?.events.some((event) => event.kind === 'filled-form' && event.formId === form.id);
    return isAnswered || finished.value.includes(thread?.id);
  }

  /** Nothing of what it requires would have to be typed. */
  function isKnownAlready({ fields }: Form): boolean {
    const { name, email } = users.me.value ?? {};
    const known = new Map([
      ['name', name],
      ['email', email],
    ]);
    return (
      rules.value.skipsKnownForm && fields.every(({ type, isRequired }) => !isRequired || Boolean(known.get(type)))
    );
  }

  const form = computed((): FormAround | undefined => {
    const at = place.value;
    const found = at && forms.value.get(nameOf(at));
    if (!at || !found || found.fields.length === 0) return undefined;
    if (at.kind === 'prechat' && isKnownAlready(found)) return undefined;
    return at.kind === 'postchat' && isFinished(found) ? undefined : { ...at, form: found };
  });

  const stopAsking = effect(() => {
    const at = place.value;
    if (!at || !isOnline.value || forms.value.has(nameOf(at)) || asked.has(nameOf(at))) return;
    const name = nameOf(at);
    asked.add(name);
    const answered = (found: Form | null): void => {
      forms.value = new Map(forms.peek()).set(name, found);
    };
    gateway.readForm(at.groupId, at.kind).then(
      (found) => answered(found ?? null),
      () => {
        asked.delete(name);
        // Refused: there is no such form. Without a line it is asked for again.
        if (isOnline.peek()) answered(null);
      },
    );
  });
  const stopForgetting = effect(() => {
    if (!chat.activeId.value) return;
    wantsMessage.value = false;
    chosen.value = undefined;
  });

  return {
    form: form as ReadonlySignal<FormAround | undefined>,
    /** Also while it is being asked whether there is a form. */
    isHeld: computed(() => {
      const at = place.value;
      const found = at && forms.value.get(nameOf(at));
      return at?.kind === 'prechat' && found !== null && !(found && (isEmpty(found) || isKnownAlready(found)));
    }),
    chooseGroup(groupId: GroupId | undefined): void {
      chosen.value = groupId;
      wantsMessage.value = false;
    },
    leaveMessage(): void {
      wantsMessage.value = true;
    },
    /** For good, or until the page is opened again. */
    finish(how: 'answered' | 'put-off'): void {
      const id: ThreadId | undefined = lastThread.peek()?.id;
      if (how === 'answered') store.write(DONE, id);
      finished.value = [...finished.peek(), id];
    },
    dispose(): void {
      stopAsking();
      stopForgetting();
    },
  };
}

const isEmpty = (form: Form) => form.fields.length === 0;
