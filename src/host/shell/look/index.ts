import { readGroupConfiguration } from '../more/group-configuration';
import { type Fields, readFields, readText } from '../read';
import { SMALL } from '../small';
import type { LineHost } from '../window/host';
import { createBar } from './bar';
import { createFirstSight } from './first-sight';
import { goInside } from './inside';
import { keep, readKept } from './kept';
import { officialNames } from './official-names';
import { readProperties } from './properties';
import { flatten, type Place, readWishes, type Wishes } from './read';
import { styleOf } from './styles';
import { describeLook } from './tokens';

type Dress = ReturnType<typeof createDress>;
const dressed = new WeakMap<LineHost, Dress>();
const dressOf = (host: LineHost): Dress => {
  const dress = dressed.get(host) ?? createDress(host);
  dressed.set(host, dress);
  return dress;
};

/** Before anything is drawn. Never ends where nothing shall ever be drawn. */
export const putOn = (host: LineHost): Promise<void> => dressOf(host).begin();

/** The page says it anew: what is not named stays as it is. */
export const changeLook = (host: LineHost, said: unknown): void => dressOf(host).change(readFields(said));

/** What the service says of the group, from a window that is open. */
export const hearGroup = (host: LineHost, configuration: unknown): void =>
  dressOf(host).learn(readFields(configuration));

function createDress(host: LineHost) {
  const { box, mirror, settings, signal, tools, globals, script } = host;
  const [said, asksGroup] = readSaid(settings.given['look']);
  const kept = readKept(host);
  const setMirror = mirror.set.bind(mirror);
  const sheet = createSheet();
  const bar = createBar(host);
  const sight = createFirstSight(host);
  let page: Fields = said;
  let group: Fields = kept?.given ?? {};
  let isInside = false;
  let wishes = read();
  let isAnswered = false;
  let told = '';
  let photo: Promise<(wishes: Wishes) => void> | undefined;
  let picture: Promise<(wishes: Wishes) => void> | undefined;
  let onAnswer: () => void = () => {};
  const answered = new Promise<void>((resolve) => {
    onAnswer = resolve;
  });

  mirror.set = (changes) => {
    sight.look(changes);
    setMirror(changes);
    drawAway();
    drawMore();
    hearAnswer();
  };

  /** In the same breath: the app may start in the next one. */
  function hearAnswer() {
    if (isAnswered || !host.configuration) return;
    isAnswered = true;
    host.configuration = { ...host.configuration, look: describeLook(wishes, isInside) };
    onAnswer();
  }

  function read() {
    const found = readWishes(group, page, readProperties(box));
    if (settings.given['disable_minimized'] !== true) return found;
    const [large, small] = [found.large, found.small].map((one) => ({ ...one, hasMinimized: false })) as [Place, Place];
    return { ...found, large, small };
  }

  const versionNow = () => readText(host.configuration?.live['config_version']);
  const place = () => (matchMedia(SMALL).matches ? wishes.small : wishes.large);

  /** A setting of ours: nobody is there, and there is no chat either. */
  function drawAway() {
    const { availability, hasActiveChat } = mirror.current;
    box.toggleAttribute('data-away', wishes.isHiddenOffline && availability === 'offline' && !hasActiveChat);
  }

  /** What only some have is fetched. */
  function drawMore() {
    bar(wishes);
    if (isInside) return;
    if (wishes.picture) picture ??= import('./picture').then(({ hangPicture }) => hangPicture(host));
    if (wishes.hasLauncherPhoto) photo ??= import('./photo').then(({ showPhoto }) => showPhoto(host, bar));
    for (const piece of [picture, photo]) {
      piece?.then(
        (show) => {
          if (!signal.aborted) show(wishes);
        },
        () => {},
      );
    }
  }

  function draw() {
    wishes = read();
    sheet(styleOf(wishes, isInside));
    drawMore();
    drawAway();
    tellApp();
    if (wishes.wrong.length > 0 && wishes.wrong.join() !== told) {
      told = wishes.wrong.join();
      console.warn('[LiveChatWidget]', `these settings of the look make no sense: ${told}`);
    }
  }

  /** With its start, or, if that is over, by a call, which waits until it can be heard. */
  function tellApp() {
    const look = describeLook(wishes, isInside);
    const { configuration, isAppWanted } = host;
    if (configuration) host.configuration = { ...configuration, look };
    if (configuration && isAppWanted) globals.LiveChatWidget?._h?.('call', ['update_look', look]);
  }

  function createSheet() {
    const root = box.shadowRoot!;
    const place = tools.make('style', { nonce: script.nonce });
    try {
      const made = new CSSStyleSheet();
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, made];
      return (text: string) => made.replaceSync(text);
    } catch {
      root.append(place);
      return (text: string) => place.replaceChildren(text);
    }
  }

  async function askGroup() {
    learn(await readGroupConfiguration(host));
  }

  function learn(configuration: Fields) {
    if (signal.aborted || Object.keys(configuration).length === 0) return;
    const given = windowSettings(readFields(readFields(configuration['__priv'])['group']));
    const version = versionNow();
    keep(host, { version, given });
    if (JSON.stringify(given) === JSON.stringify(group)) return;
    group = given;
    draw();
    sight.change(place());
  }

  hearAnswer();
  return {
    async begin(): Promise<void> {
      isInside = goInside(host, settings.given['custom_container']);
      if (asksGroup && !kept) await answered.then(askGroup);
      if (wishes.hasOfficialNames) Object.assign(tools.words, officialNames);
      draw();
      // What is not loaded is not heard of again; the page keeps an object that it can go on calling.
      if (!isInside && !wishes.isLoadedOnMobile && matchMedia(SMALL).matches) {
        // Also of what the page has asked meanwhile.
        if (host.visibility.current === 'maximized') host.visibility.set('hidden');
        host.visibility.set = () => {};
        await new Promise(() => {});
      }
      if (!isInside) sight.begin(place(), matchMedia(SMALL).matches);
      if (!wishes.hasSounds) globals.LiveChatWidget?._h?.('call', ['disable_sounds']);
      // The settings of the group may be others by now: one question, and only then.
      if (kept) {
        void answered.then(async () => {
          if (kept.version !== versionNow()) await askGroup();
        });
      }
    },
    change(said: Fields) {
      page = { ...Object.fromEntries(flatten(page)), ...Object.fromEntries(flatten(said)) };
      draw();
      sight.change(place());
    },
    learn,
  };
}

/** Nested, or with dots in their names. What the group has besides them is not for us. */
function windowSettings(group: Fields): Fields {
  const named = Object.entries(group).filter(([name]) => /^(chat_window|embedded_chat)(\.|$)/.test(name));
  const ours = flatten(Object.fromEntries(named)).filter(([key]) => !/^embedded_chat\.(?!.*eye_)/.test(key));
  return Object.fromEntries(ours);
}

/** `window.__lc.look`, or `data-look`: settings, as an object or as JSON; or `group`: the group is asked before all. */
function readSaid(look: unknown): readonly [said: Fields, asksGroup: boolean] {
  if (look === 'group') return [{}, true];
  if (typeof look === 'string') {
    try {
      return readSaid(readFields(JSON.parse(look)));
    } catch {
      return [{ look: '?' }, false];
    }
  }
  const { kept: _kept, ask_group, ...said } = readFields(look);
  return [said, ask_group === true || ask_group === '1'];
}
