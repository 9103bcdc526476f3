import { isObject, type Json } from './fields';
import type { Upload } from './files/store-file';
import type { Clock } from './ports';
import { type Trick, trickFor } from './scripted-tricks';
import { createSmallTalk, type Reply } from './small-talk';
import { planTour, type Step } from './tour/index';

export interface ScriptedChatOptions {
  readonly clock: Clock;
  readonly ownId: string;
  request(action: string, payload: object): void;
  findColleague(): string | undefined;
  /** The address of it, if it can be uploaded from where we are. `origin` is how the customer reaches the service. */
  readonly upload: (file: Upload, origin: string) => string | undefined;
}

const FIRST_MS = 600;
const SLOWEST_MS = 1_800;
const MS_A_LETTER = 8;
/** A list comes quickly, one line after the other. */
const LIST_MS = 150;
/** On the tour: time to read what comes, to look at it, and between the pieces of a stream. */
const TITLE_MS = 500;
const LOOK_MS = 2_400;
const STREAM_MS = 160;

/** One chat of the scripted agent: what it has heard, and what it is about to say. */
export class ScriptedChat {
  /** Other agents in the chat. While there are any, we only listen. */
  readonly colleagues: Set<string>;
  readonly #options: ScriptedChatOptions;
  readonly #id: string;
  readonly #customer: Json | undefined;
  readonly #events: readonly Json[];
  readonly #talk = createSmallTalk();
  readonly #plans: (() => void)[] = [];
  #isBusy = false;
  #isTouring = false;
  #cancel = () => {};

  constructor(options: ScriptedChatOptions, chat: Json) {
    this.#options = options;
    this.#id = String(chat['id']);
    const users = readObjects(chat['users']);
    this.#customer = users.find(({ type }) => type === 'customer');
    const colleagues = users.filter(
      ({ id, type, present }) => type === 'agent' && present === true && id !== options.ownId,
    );
    this.colleagues = new Set(colleagues.map(({ id }) => String(id)));
    const thread = chat['thread'];
    this.#events = isObject(thread) ? readObjects(thread['events']) : [];
  }

  /** Whether we are in the chat now, and it is going on. */
  static isOurs(chat: Json, ownId: string): boolean {
    const thread = chat['thread'];
    const isActive = isObject(thread) && thread['active'] === true;
    return isActive && readObjects(chat['users']).some(({ id, present }) => id === ownId && present === true);
  }

  /** Says hello, and answers what was asked before we came. */
  begin(): void {
    const messages = this.#events.filter(({ type }) => type === 'message');
    const answeredBy = messages.filter((event) => !this.#isFromCustomer(event));
    const isOwn = answeredBy.at(-1)?.['author_id'] === this.#options.ownId;
    const last = messages.at(-1);
    if (answeredBy.length === 0) {
      const name = this.#customer?.['name'];
      this.#say([this.#talk.greet(typeof name === 'string' ? name.split(' ')[0] : undefined)]);
    } else if (!isOwn) {
      this.#say([this.#talk.takeOver()]);
      return;
    }
    const text = last && this.#isFromCustomer(last) ? String(last['text']) : '';
    if (text !== '' && !this.#talk.isOnlyHello(text)) this.#reply(text);
    if (last) this.#markSeen(last);
  }

  hear(event: Json): void {
    if (!this.#isFromCustomer(event)) return;
    this.#markSeen(event);
    if (this.colleagues.size > 0) return;
    if (event['type'] === 'message') this.#reply(String(event['text']));
  }

  stop(): void {
    this.#cancel();
    this.#plans.length = 0;
  }

  #isFromCustomer(event: Json): boolean {
    return event['author_id'] !== undefined && event['author_id'] === this.#customer?.['id'];
  }

  #markSeen({ created_at }: Json): void {
    this.#options.request('mark_events_as_seen', { chat_id: this.#id, seen_up_to: created_at });
  }

  #reply(text: string): void {
    const word = text.trim().toLowerCase();
    if (this.#isTouring) {
      // What is said by pressing something is part of the tour.
      if (word === 'stop') this.#endTour();
      return;
    }
    if (word === 'tour') {
      this.#tour();
      return;
    }
    const trick = trickFor(text);
    if (trick) {
      this.#show(trick);
      return;
    }
    const reply = this.#talk.reply(text);
    if (reply.does === 'transfer') this.#handOver(reply);
    else if (reply.does === 'close') this.#close(reply);
    else this.#say(reply.lines);
  }

  #show({ before = [], event }: Trick): void {
    for (const [action, payload] of [...before, ['send_event', { event }] as const])
      this.#send(FIRST_MS, action, payload);
  }

  #send(afterMs: number, action: string, payload: object): void {
    this.#wait(afterMs, () => this.#options.request(action, { chat_id: this.#id, ...payload }));
  }

  #close({ lines }: Reply): void {
    this.#say(lines);
    this.#plan(() => this.#options.request('deactivate_chat', { id: this.#id }));
  }

  /** Everything that can stand in a chat. Ends with a colleague, or with the chat. */
  #tour(): void {
    const { upload } = this.#options;
    const origin = this.#originOfPage();
    const steps = planTour((file) => (origin === undefined ? undefined : upload(file, origin)));
    this.#say([this.#talk.beginTour(steps.length)]);
    this.#isTouring = true;
    for (const [at, step] of steps.entries()) this.#showStep(step, `${at + 1}/${steps.length} ${step.title}`);
    this.#wait(LOOK_MS, () => {
      this.#isTouring = false;
      const ways = this.#talk.endTour();
      if (this.#options.findColleague() !== undefined) this.#handOver(ways.transfer);
      else this.#close(ways.close);
    });
  }

  #showStep({ requests }: Step, title: string): void {
    this.#send(LOOK_MS, 'send_event', { event: { type: 'message', text: title } });
    for (const [at, request] of requests.entries()) this.#send(at === 0 ? TITLE_MS : STREAM_MS, ...request);
  }

  #endTour(): void {
    this.stop();
    this.#isTouring = this.#isBusy = false;
    this.#say([this.#talk.stopTour()]);
  }

  #originOfPage(): string | undefined {
    const visit = this.#customer?.['visit'] ?? this.#customer?.['last_visit'];
    const pages = isObject(visit) ? readObjects(visit['last_pages']) : [];
    return /^https?:\/\/[^/?#]+/.exec(String(pages.at(-1)?.['url']))?.[0];
  }

  #handOver({ lines }: Reply): void {
    const colleague = this.#options.findColleague();
    if (colleague === undefined) {
      this.#say([this.#talk.nobodyThere()]);
      return;
    }
    this.#say(lines);
    const target = { type: 'agent', ids: [colleague] };
    this.#plan(() => this.#options.request('transfer_chat', { id: this.#id, target }));
  }

  #say(lines: readonly string[]): void {
    lines.forEach((text, at) => {
      const ms =
        lines.length > 1 && at > 0
          ? LIST_MS
          : Math.min(SLOWEST_MS, FIRST_MS + Math.max(0, text.length - 100) * MS_A_LETTER);
      this.#plan(() => this.#type(true));
      this.#wait(ms, () => {
        this.#type(false);
        this.#options.request('send_event', { chat_id: this.#id, event: { type: 'message', text } });
      });
    });
  }

  #wait(ms: number, task: () => void): void {
    this.#plan(() => {
      this.#isBusy = true;
      this.#cancel = this.#options.clock.after(ms, () => {
        this.#isBusy = false;
        task();
        this.#next();
      });
    });
  }

  #type(isTyping: boolean): void {
    this.#options.request('send_typing_indicator', { chat_id: this.#id, is_typing: isTyping });
  }

  #plan(task: () => void): void {
    this.#plans.push(task);
    this.#next();
  }

  #next(): void {
    while (!this.#isBusy) {
      const task = this.#plans.shift();
      if (!task) return;
      task();
    }
  }
}

const readObjects = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isObject) : []);
