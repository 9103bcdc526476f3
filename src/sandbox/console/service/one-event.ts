import { type ChatEvent, previewOf } from '../events';
import type { Chat } from '../model';
import { timeOf } from '../times';
import { type ChatScene, type Choice, type Command, type CommandGroup, choice } from './command';

interface Place {
  readonly chatId: string;
  readonly threadId: string;
  readonly eventId: string;
}

const MOST = 25;

/** What is done to an event that is there: by its author, by moderation, by integrations. */
export function oneEvent({ state, chat }: ChatScene): CommandGroup {
  const { actions, control } = state;
  const choices = newestFirst(chat).slice(0, MOST).map(choiceOf);

  /** The place is looked up when the command runs: "my last message" is another one by then. */
  const on = (label: string, run: (place: Place) => Promise<unknown>): Command => ({
    label,
    run: ({ event = '' }) => run(find(event)),
  });
  const set = (label: string, namespace: string, values: Record<string, string | boolean>) =>
    on(label, (place) => actions.setProperty(place, namespace, values));
  const remove = (label: string, namespace: string, names: readonly string[]) =>
    on(label, (place) => actions.deleteProperty(place, namespace, names));

  function find(which: string): Place {
    const rows = newestFirst(state.openChat.peek() ?? chat);
    const found = rows.find(({ event }) =>
      which === 'mine' ? event.authorId === state.me.id && event.body.kind === 'message' : event.id === which,
    );
    return { chatId: chat.id, threadId: found?.threadId ?? chat.threadId, eventId: found?.event.id ?? '' };
  }

  return {
    title: 'One event',
    fields: [{ name: 'event', label: 'Event', choices: [choice('mine', 'My last message'), ...choices] }],
    commands: [
      {
        label: 'Edit the text',
        fields: [{ name: 'text', label: 'New text', value: 'It is in stock in blue.' }],
        run: ({ event = '', text = '' }) => control('edit-event', { ...wire(find(event)), text }),
      },
      on('Delete it', (place) => control('delete-event', wire(place))),
      set('Mark as delivered', 'status', { delivered: true }),
      remove('Not delivered', 'status', ['delivered']),
      {
        label: 'Add a translation',
        fields: [
          { name: 'source', label: 'From', value: 'en' },
          { name: 'target', label: 'To', value: 'pt' },
          { name: 'text', label: 'Translation', value: 'Sim, temos em azul.' },
        ],
        run: ({ event = '', source = '', target = '', text = '' }) =>
          actions.setProperty(find(event), 'translation', {
            source_lang_code: source,
            target_lang_code: target,
            target_message: text,
          }),
      },
      remove('Remove the translation', 'translation', ['source_lang_code', 'target_lang_code', 'target_message']),
      {
        label: 'Add a link preview',
        fields: [
          { name: 'url', label: 'Address', value: `${location.origin}/bikes/harbour-tourer.html` },
          { name: 'title', label: 'Title', value: 'Harbour Tourer' },
          { name: 'description', label: 'Description', value: 'Steel frame, fourteen gears', isOptional: true },
        ],
        run: ({ event = '', url = '', title = '', description = '' }) =>
          actions.setProperty(find(event), 'url_details', { url, title, description }),
      },
      remove('Remove the link preview', 'url_details', ['url', 'title', 'description']),
    ],
  };
}

/** Buttons of rich messages, as any participant may press them. */
export function buttons({ state, chat }: ChatScene): CommandGroup | undefined {
  const choices = newestFirst(chat).flatMap(({ event, threadId }): Choice[] => {
    if (event.body.kind !== 'cards') return [];
    const all = event.body.cards.flatMap((card) => card.buttons);
    return all.map(({ text, postbackId }) => choice(JSON.stringify([threadId, event.id, postbackId]), text));
  });
  if (choices.length === 0) return undefined;

  const click = (label: string, isOn: boolean): Command => ({
    label,
    run: ({ button = '' }) => {
      const [threadId, eventId, postbackId] = JSON.parse(button) as [string, string, string];
      return state.actions.click(chat.id, threadId, eventId, postbackId, isOn);
    },
  });
  return {
    title: 'Buttons of a card',
    fields: [{ name: 'button', label: 'Button', choices }],
    commands: [click('Click it', true), click('Take the click back', false)],
  };
}

interface Row {
  readonly event: ChatEvent;
  readonly threadId: string;
}

export function newestFirst(chat: Chat): readonly Row[] {
  const rows = chat.threads.flatMap((thread) => thread.events.map((event) => ({ event, threadId: thread.id })));
  return rows.filter(({ event }) => previewOf(event) && event.body.kind !== 'deleted').reverse();
}

function choiceOf({ event }: Row): Choice {
  return choice(event.id, `${timeOf(event.at)} ${previewOf(event)}`.slice(0, 60));
}

function wire({ chatId, threadId, eventId }: Place) {
  return { chat_id: chatId, thread_id: threadId, event_id: eventId };
}
