import type { Deed, Greeting } from '../../domain';

type NamedEvent = readonly [name: string, payload: unknown];

const nameOf = ({ id, uniqueId }: Greeting) => ({ id, uniqueId });

/** As pages hear it: names and payloads of the LiveChatWidget events, JS API 5.0. */
export function eventOf(deed: Deed): NamedEvent {
  switch (deed.kind) {
    case 'greeting-received': {
      const { greeting, at } = deed;
      const type = greeting.content.kind === 'message' ? 'message' : 'rich_message';
      const author = { id: greeting.agent.id, type: 'agent' };
      return ['new_event', { timestamp: at, type, author, greeting: nameOf(greeting) }];
    }
    case 'greeting-displayed':
      return ['greeting_displayed', nameOf(deed.greeting)];
    case 'greeting-hidden':
      return ['greeting_hidden', nameOf(deed.greeting)];
    case 'button-pressed': {
      const { eventId = null, postbackId, greeting } = deed;
      const payload = { eventId, postbackId, ...(greeting && { greeting: nameOf(greeting) }) };
      return ['rich_message_button_clicked', payload];
    }
    case 'form-submitted':
      return ['form_submitted', { type: deed.form }];
    case 'rated':
      return ['rating_submitted', deed.score];
  }
}
