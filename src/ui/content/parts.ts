import { effect } from '@preact/signals-core';
import type { Catalogue } from '../i18n/catalogue';
import { addIcons, type IconName } from '../icons/Icon';
import { createLater, type Later } from '../later';
import type { OpenMoment } from '../moments/open-moment';
import { adopt } from '../theme/adopt';
import type { Ui } from '../ui-context';
import type { Parts } from './parts-contract';

/** What comes with a piece besides its views. */
interface Luggage {
  readonly css: string;
  readonly words: Partial<Catalogue>;
  readonly icons?: Partial<Record<IconName, string>>;
}

export function createParts(ui: Ui): Parts {
  const { session, clock, words, regions, onError } = ui;
  const stops: (() => void)[] = [];
  const wanted = new Set<() => void>();
  let isGone = false;

  function later<T extends Luggage>(fetch: () => Promise<T>, where: string): Later<T> {
    async function unpack(): Promise<T | undefined> {
      const part = await fetch();
      const scope = regions.polite.current?.getRootNode() as Document | ShadowRoot | undefined;
      if (isGone || !scope) return undefined;
      stops.push(adopt(scope, part.css));
      words.add(part.words);
      addIcons(part.icons ?? {});
      return part;
    }
    const { part, load, stop } = createLater(clock, unpack, (error) => onError(error, where));
    stops.push(stop);
    return {
      part,
      stop,
      load() {
        wanted.add(load);
        load();
      },
    };
  }

  /** Does something as long as the window is there. */
  const working = <T extends Luggage & { readonly begin: (ui: Ui) => () => void }>(
    fetch: () => Promise<T>,
    where: string,
  ) =>
    later(async () => {
      const part = await fetch();
      return { ...part, begin: () => part.begin(ui) };
    }, where);

  const parts = {
    rich: later(() => import('../rich'), 'rich'),
    forms: later(() => import('../forms'), 'forms'),
    files: later(() => import('../files'), 'files'),
    emoji: later(() => import('../emoji'), 'emoji'),
    log: later(async () => {
      const part = await import('../log');
      return { ...part, beginLog: () => part.beginLog(ui) };
    }, 'log'),
    notices: working(() => import('../notices'), 'notices'),
    home: working(() => import('../home'), 'home'),
    moments: later(async () => {
      const part = await import('../moments');
      return { ...part, openMoment: (moment: OpenMoment) => part.openMoment(ui, moment) };
    }, 'moments'),
  };
  stops.push(
    effect(() => {
      // What could not be had may be there now.
      if (session.line.value.state === 'online') for (const load of wanted) load();
    }),
  );
  return {
    ...parts,
    stop() {
      isGone = true;
      for (const stop of stops) stop();
    },
  };
}
