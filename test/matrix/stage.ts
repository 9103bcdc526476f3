import { agentsComeIn, answers, asks, type Begun } from './begin';
import type { Cast, Version } from './cast';
import type { Person } from './person';
import { control, newToken, type Place, socketUrl, upload } from './service';
import { connect } from './wire';

export interface Stage {
  readonly cast: Cast;
  close(): Promise<void>;
}

/** How Ines comes in, asks, and presses a button: by her own frames, or with the widget. */
export interface InesComes {
  readonly person: Person;
  /** Undefined where nobody has to ask for her. */
  readonly token?: string;
  begins(): Promise<void>;
  presses(cast: Cast, eventId: string, postbackId: string): Promise<void>;
}

export async function setStage(
  place: Place,
  version: Version,
  comes: (connections: Connections) => Promise<InesComes>,
): Promise<Stage> {
  const connections = new Connections(place, version);
  const mara = await connections.open('agent');
  const theo = await connections.open('agent');
  await agentsComeIn(version, mara, theo);
  const ines = await comes(connections);
  await ines.begins();
  const begun = await answers(version, mara, () => true);

  const cast: Cast = {
    version,
    ines: ines.person,
    mara,
    theo,
    ...begun,
    control: (name, payload) => control(place, name, payload),
    presses: (eventId, postbackId) => ines.presses(cast, eventId, postbackId),
    sendFile: (by, file) => sendFile(by, file),
    visitorComes: () => connections.visitor(),
  };

  async function sendFile(by: 'ines' | 'mara', file: Parameters<Cast['sendFile']>[1]): Promise<void> {
    const { chatId } = begun satisfies Begun;
    const sender =
      by === 'ines'
        ? { side: 'customer' as const, token: ines.token ?? '', chatId }
        : { side: 'agent' as const, token: 'dal:sandbox-mara', chatId };
    const url = await upload(place, version, sender, file);
    if (version !== '3.0') await cast[by].ask('send_event', { chat_id: chatId, event: { type: 'file', url } });
  }

  return { cast, close: () => connections.close() };
}

/** Everybody who has come in, to see them all out. */
export class Connections {
  readonly #place: Place;
  readonly #version: Version;
  readonly #closers: (() => Promise<void>)[] = [];

  constructor(place: Place, version: Version) {
    this.#place = place;
    this.#version = version;
  }

  async open(side: 'agent' | 'customer'): Promise<Person> {
    const { person, close } = await connect(socketUrl(this.#place, this.#version, side));
    this.#closers.push(close);
    return person;
  }

  async visitor() {
    const token = await newToken(this.#place);
    const { person, close } = await connect(socketUrl(this.#place, this.#version, 'customer'));
    this.#closers.push(close);
    await person.ask('login', {
      token: `Bearer ${token.text}`,
      customer_page: { url: 'https://harbour.example/', title: 'Harbour Cycles' },
    });
    return { customerId: token.customerId, token: token.text, person, leaves: close };
  }

  async close(): Promise<void> {
    await Promise.all(this.#closers.map((close) => close()));
  }
}

/** Ines without a widget. */
export async function inesByHand(connections: Connections): Promise<InesComes> {
  const { person, token } = await connections.visitor();
  return {
    person,
    token,
    begins: () => asks(person),
    async presses({ chatId, threadId }, event_id, id) {
      const postback = { id, toggled: true };
      await person.ask('send_rich_message_postback', { chat_id: chatId, thread_id: threadId, event_id, postback });
    },
  };
}
