import type { Clock } from '../../domain';

/** The frames of LiveChat's Moments SDK (1.12). Both sides mark theirs, and an app answers what it was told by. */
const MARK = '@@livechat/postmessenger';
const FOUR_WAY = '@@livechat/4way';
const SHAKES = 5;
const SHAKE_MS = 500;

type Fields = Readonly<Record<string, unknown>>;
const fieldsOf = (value: unknown): Fields => Object(value) as Fields;

/** By name. What it answers is sent back; what it throws, too, but for the stack. */
export type Methods = ReadonlyMap<string, (argument: unknown) => unknown>;

interface Parts {
  readonly clock: Clock;
  readonly frame: () => Window | null | undefined;
  /** Of the page that we have opened, and no other. */
  readonly origin: string;
  /** What the app is told of us. Read for each page in the frame. */
  readonly data: () => Fields;
  readonly methods: Methods;
  /** The app is there, and what it says of itself. */
  readonly onApp: (said: Fields) => void;
}

export interface Messenger {
  /** There is a new page in the frame: it knows nothing. */
  greet(): void;
  hear(event: Pick<MessageEvent, 'source' | 'origin' | 'data'>): void;
  stop(): void;
}

export function createMessenger({ clock, frame, origin, data, methods, onApp }: Parts): Messenger {
  const owner = `natter-${clock.now()}`;
  let instance = 0;
  let state: 'closed' | 'greeting' | 'echoing' | 'open' = 'closed';
  let said: Fields = {};
  let stopShaking = () => {};

  function send(type: string, request: unknown, content: unknown) {
    frame()?.postMessage({ [MARK]: true, owner, instance, type, request, data: content }, origin);
  }

  function shake(left: number) {
    send('handshake', null, { ...data(), supportedMethods: [...methods.keys()] });
    if (left > 1) stopShaking = clock.after(SHAKE_MS, () => shake(left - 1));
  }

  function open() {
    state = 'open';
    onApp(said);
  }

  function answer({ request, data: content }: Fields) {
    const { error, result } = fieldsOf(content);
    if (error) return;
    if (state === 'greeting' && request === null) {
      stopShaking();
      const isFourWay = fieldsOf(result)[FOUR_WAY] === true;
      said = fieldsOf(isFourWay ? fieldsOf(result)['data'] : result);
      if (!isFourWay) return open();
      state = 'echoing';
      send('handshake_echo', instance, undefined);
    } else if (state === 'echoing' && request === instance) open();
  }

  async function call({ request, data: content }: Fields) {
    const mine = instance;
    const { method, args } = fieldsOf(content);
    const run = methods.get(method as string);
    const reply = (outcome: Fields) => {
      if (mine === instance && state === 'open') send('response', request, outcome);
    };
    try {
      if (!run) throw new Error('This method is not supported');
      reply({ error: false, result: await run(Array.isArray(args) ? args[0] : undefined) });
    } catch (error) {
      reply({ error: true, result: { real: true, error: { message: (error as Error).message } } });
    }
  }

  return {
    greet() {
      stopShaking();
      instance += 1;
      state = 'greeting';
      shake(SHAKES);
    },
    hear({ source, origin: from, data: content }) {
      const told = fieldsOf(content);
      if (!source || source !== frame() || from !== origin || told[MARK] !== true) return;
      if (told['owner'] !== owner || told['instance'] !== instance) return;
      if (told['type'] === 'response') answer(told);
      else if (told['type'] === 'call' && state === 'open') void call(told);
    },
    stop() {
      stopShaking();
      state = 'closed';
    },
  };
}
