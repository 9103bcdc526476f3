import type { Iso } from '../time';
import type { EventFact, Fact, PropertyPlace, TicketContent } from './facts';
import { applyGreeting } from './greetings';
import type { Bot, Chat, ChatEvent, Customer, Properties, StoredFile, Thread, Token, Webhook } from './model';
import { applyPostback } from './postbacks';
import { deleteProperties, setProperties, toProperties } from './properties';
import { applyToThread } from './thread-facts';

/** What is known, made of facts and of nothing else: the same facts give the same store. Only `apply` changes it. */
export class Store {
  readonly customers = new Map<string, Customer>();
  readonly tokens = new Map<string, Token>();
  readonly files = new Map<string, StoredFile>();
  readonly webhooks = new Map<string, Webhook>();
  /** Client ids that have switched theirs off. */
  readonly mutedWebhooks = new Set<string>();
  readonly chats = new Map<string, Chat>();
  readonly chatOfCustomer = new Map<string, Chat>();
  readonly bots = new Map<string, Bot>();
  /** Agents' tokens that were taken back. */
  readonly revoked = new Set<string>();
  readonly tickets = new Map<string, TicketContent>();
  /** Makes customers' secrets; kept, so that a cookie is good after a restart. */
  key = '';
  /** The newest time in any fact. */
  newest: Iso = '';

  apply(fact: Fact): void {
    switch (fact.fact) {
      case 'key-made':
        this.key = fact.key;
        return;
      case 'customer-created':
        this.#noteTime(fact.at);
        this.customers.set(fact.id, {
          id: fact.id,
          createdAt: fact.at,
          sessionFields: new Map(),
          visits: 0,
          pageViews: 0,
          greetingsShown: 0,
          campaigns: new Set(),
          greetingsAccepted: 0,
        });
        return;
      case 'customer-changed': {
        const { sessionFields, ...changes } = fact.changes;
        const customer = this.customer(fact.id);
        Object.assign(customer, changes);
        if (sessionFields) customer.sessionFields = new Map(sessionFields);
        return;
      }
      case 'page-viewed': {
        const customer = this.customer(fact.customerId);
        customer.pageViews += fact.pages;
        if (fact.isNewVisit) customer.visits += 1;
        return;
      }
      case 'token-issued': {
        const { token, customerId, clientId, expiresAt, seconds } = fact;
        this.tokens.set(token, { token, customerId, clientId, expiresAt, seconds });
        return;
      }
      case 'token-revoked':
        if (!this.tokens.delete(fact.token)) this.revoked.add(fact.token);
        return;
      case 'file-stored': {
        const { fact: _, ...file } = fact;
        this.files.set(fact.id, { ...file, isKept: false });
        return;
      }
      case 'file-kept':
        this.files.set(fact.id, { ...known(this.files.get(fact.id), 'file', fact.id), isKept: true });
        return;
      case 'webhook-registered':
        this.webhooks.set(fact.webhook.id, fact.webhook);
        return;
      case 'webhook-unregistered':
        this.webhooks.delete(fact.id);
        return;
      case 'webhooks-switched':
        if (fact.isOn) this.mutedWebhooks.delete(fact.clientId);
        else this.mutedWebhooks.add(fact.clientId);
        return;
      case 'ban-set':
        setBan(this.customer(fact.id), fact.ban);
        return;
      case 'bot-set':
        this.bots.set(fact.bot.id, fact.bot);
        return;
      case 'bot-deleted':
        this.bots.delete(fact.botId);
        return;
      case 'greeting-sent':
      case 'greeting-accepted':
      case 'greeting-canceled':
      case 'greeting-clicked':
        applyGreeting(this.customer(fact.customerId), fact);
        return;
      case 'ticket-created':
        this.#noteTime(fact.at);
        this.tickets.set(fact.id, fact.content);
        return;
      default:
        this.#applyToChat(fact);
    }
  }

  customer(id: string): Customer {
    return known(this.customers.get(id), 'customer', id);
  }

  chat(id: string): Chat {
    return known(this.chats.get(id), 'chat', id);
  }

  thread(chatId: string, threadId: string): Thread {
    return known(
      this.chat(chatId).threads.find(({ id }) => id === threadId),
      'thread',
      threadId,
    );
  }

  propertiesAt({ chatId, threadId, eventId }: PropertyPlace): Properties {
    if (!threadId) return this.chat(chatId).properties;
    const thread = this.thread(chatId, threadId);
    if (!eventId) return thread.properties;
    return known(
      thread.events.find(({ id }) => id === eventId),
      'event',
      eventId,
    ).properties;
  }

  #applyToChat(fact: Extract<Fact, { readonly chatId: string }>): void {
    switch (fact.fact) {
      case 'chat-created': {
        const { chatId: id, customerId } = fact;
        const chat: Chat = {
          id,
          customerId,
          members: new Map(),
          threads: [],
          properties: new Map(),
          followers: new Set(),
          groupIds: [0],
        };
        this.chats.set(id, chat);
        this.chatOfCustomer.set(customerId, chat);
        return;
      }
      case 'thread-opened': {
        const chat = this.chat(fact.chatId);
        this.#noteTime(fact.at);
        chat.threads.push({
          id: fact.threadId,
          createdAt: fact.at,
          active: fact.active,
          userIds: new Set([...chat.members.values()].filter(({ present }) => present).map(({ id }) => id)),
          events: [],
          properties: new Map(),
          groupIds: chat.groupIds,
          tags: new Set(),
        });
        return;
      }
      case 'chat-deleted':
        this.chatOfCustomer.delete(this.chat(fact.chatId).customerId);
        this.chats.delete(fact.chatId);
        return;
      case 'thread-deleted': {
        const { threads } = this.chat(fact.chatId);
        threads.splice(threads.indexOf(this.thread(fact.chatId, fact.threadId)), 1);
        return;
      }
      case 'event-added':
        this.#noteTime(fact.event.createdAt);
        this.thread(fact.chatId, fact.threadId).events.push(toEvent(fact.event));
        return;
      case 'postback-set':
        applyPostback(this.thread(fact.chatId, fact.threadId), fact);
        return;
      case 'member-set': {
        const { chatId, id, type, present, visibility } = fact;
        const chat = this.chat(chatId);
        const seenUpTo = chat.members.get(id)?.seenUpTo;
        chat.members.set(id, { id, type, present, visibility, ...(seenUpTo && { seenUpTo }) });
        const last = chat.threads.at(-1);
        if (present && last?.active) last.userIds.add(id);
        return;
      }
      case 'seen': {
        const member = this.chat(fact.chatId).members.get(fact.userId);
        if (member && (member.seenUpTo ?? '') < fact.upTo) member.seenUpTo = fact.upTo;
        return;
      }
      case 'followed': {
        const { followers } = this.chat(fact.chatId);
        if (fact.isFollowing) followers.add(fact.agentId);
        else followers.delete(fact.agentId);
        return;
      }
      case 'access-set': {
        const chat = this.chat(fact.chatId);
        chat.groupIds = fact.groupIds;
        const last = chat.threads.at(-1);
        if (last?.active) last.groupIds = fact.groupIds;
        return;
      }
      case 'properties-set':
        setProperties(this.propertiesAt(fact), fact.properties);
        return;
      case 'properties-deleted':
        deleteProperties(this.propertiesAt(fact), fact.names);
        return;
      default:
        applyToThread(this.thread(fact.chatId, fact.threadId), fact);
    }
  }

  #noteTime(at: Iso): void {
    if (at > this.newest) this.newest = at;
  }
}

function setBan(customer: Customer, ban: Customer['ban']): void {
  if (ban) customer.ban = ban;
  else delete customer.ban;
}

function toEvent({ properties, ...event }: EventFact): ChatEvent {
  return { ...event, properties: toProperties(properties) };
}

function known<T>(thing: T | undefined, kind: string, id: string): T {
  if (!thing) throw new Error(`The log speaks of ${kind} ${id}, which is not there`);
  return thing;
}
