import type { Store } from '../ports';
import type { PredictedAgent } from '../session-rest';
import type { GreetingContent, GroupId, UserId } from '../types';
import { propertiesOf, propertyOf } from './properties';

/** What is said before the chat, by whom, and to whom. */
export interface Welcoming {
  /** By which the chat that begins with it names it. */
  readonly id: string;
  readonly agent: PredictedAgent;
  readonly content: GreetingContent;
  readonly customerId: UserId | undefined;
}

/** The last welcome of a group. Texts only: what has pictures and buttons is asked for anew. */
export function keepWelcome(store: Store, groupId: GroupId) {
  const name = `welcome:${groupId}`;
  const forget = () => store.remove(name);
  return {
    forget,
    /** There was none the last time. */
    isDenied: () => store.read(name) === false,
    deny: () => store.write(name, false),
    write({ id, agent, content, customerId }: Welcoming): void {
      if (content.kind !== 'message') {
        forget();
        return;
      }
      const { id: agentId, name: agentName, avatarUrl } = agent;
      const format = propertyOf(content.properties, 'chats', 'formatting');
      store.write(name, { id, agentId, agentName, avatarUrl, text: content.text, format, customerId });
    },
    read(): Welcoming | undefined {
      const kept = (store.read(name) ?? {}) as { readonly [name: string]: unknown };
      const textOf = (key: string) => (typeof kept[key] === 'string' ? (kept[key] as string) : undefined);
      const [id, agentId, text, format, customerId] = ['id', 'agentId', 'text', 'format', 'customerId'].map(textOf);
      if (!id || !agentId || !text || !customerId) return undefined;
      return {
        id,
        agent: {
          id: agentId as UserId,
          name: textOf('agentName'),
          avatarUrl: textOf('avatarUrl'),
          isBot: false,
          isQueue: false,
        },
        content: {
          kind: 'message',
          text,
          properties: format ? propertiesOf('chats', { formatting: format }) : undefined,
        },
        customerId: customerId as UserId,
      };
    },
  };
}
