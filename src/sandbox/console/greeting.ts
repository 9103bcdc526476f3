import { readNumber, readObjects, readText, toObject } from './read';

/** One of those that the sandbox has ready. */
export interface Greeting {
  readonly id: number;
  readonly name: string;
}

export function readGreetings(answer: unknown): readonly Greeting[] {
  return readObjects(toObject(answer), 'greetings').flatMap((greeting) => {
    const id = readNumber(greeting, 'id');
    return id === undefined ? [] : [{ id, name: readText(greeting, 'name') ?? `Greeting ${id}` }];
  });
}
