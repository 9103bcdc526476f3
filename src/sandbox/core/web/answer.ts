import { type HttpResponse, json } from '../http/messages';
import type { Line } from '../side';
import type { World } from '../world';
import { writeCallBody } from './body';
import { refuse, type Wording } from './refusal';
import { stageHeaders } from './stages';

/** What `work` gives as the body of a response, in the words of a version; a refusal, if it throws one. */
export function answerCall(world: World, version: string, wording: Wording, work: () => unknown): HttpResponse {
  const headers = stageHeaders(version);
  try {
    return json(200, writeCallBody(version, work()), headers);
  } catch (error) {
    const refusal = refuse(world, error, wording);
    return { ...refusal, headers: { ...headers, ...refusal.headers } };
  }
}

export function inTurn(world: World, link: Line, work: (link: Line) => unknown): unknown {
  let payload: unknown;
  world.turn(
    () => {
      payload = work(link);
    },
    { link },
  );
  return payload;
}
