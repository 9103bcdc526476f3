import type { Places } from '../places';
import { Reader } from '../reader';
import { createRestAnswers } from './answers';
import { createMore } from './more';
import { createRestReaders, type ReadTold, type RestKind } from './pushes';
import type { ProtocolRest, ReadRestPush } from './types';

interface RestTable extends Pick<ProtocolRest, 'actions' | 'write'> {
  readonly pushes: Readonly<Record<string, RestKind>>;
  readonly places: Omit<Places, 'more'>;
  readonly mostButtons: number;
}

export function createRest({ actions, pushes, write, mostButtons, ...table }: RestTable): ProtocolRest {
  const more = createMore(mostButtons);
  const places: Places = { ...table.places, more };
  const readers: Readonly<Record<RestKind, ReadTold>> = createRestReaders(places, mostButtons);
  const readPush = new Map<string, ReadRestPush>(
    Object.entries(pushes).map(([action, kind]) => [
      action,
      (payload) => readers[kind](new Reader(payload, 'payload')),
    ]),
  );
  return { actions, readPush, more, answers: createRestAnswers(places, mostButtons), write };
}
