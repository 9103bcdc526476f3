import type { Agent, GroupId, GroupStatus, PredictedAgent } from '../../domain';
import { readAgent, readChat, readCustomer, withScheme } from '../chat';
import type { Places } from '../places';
import { readGroupStatus, statusOf } from '../pushes';
import { isObject, type Json, Reader } from '../reader';
import { readConfiguration, readDynamicConfiguration } from './configuration';
import { readForm } from './form';
import { readGreeting } from './greeting';
import { readProperties } from './properties';
import type { RestAnswers } from './types';
import { mayCut, mayFlag, mayNumber, mayUrl, someOf, textsOf } from './values';

// More groups, or phrases, than any licence has.
const MOST_NAMES = 10_000;

const read = (payload: Json) => new Reader(payload, 'payload');

/** The body of an HTTP answer: v3.0 wraps it. */
export function readBody(body: unknown): Reader {
  const from = new Reader(body, 'body');
  return isObject(from.any('payload')) ? from.object('payload') : from;
}

export function createRestAnswers(places: Places, mostButtons: number): RestAnswers {
  const predicted = (from: Reader, isQueue: unknown): PredictedAgent => {
    const { id, name, avatarUrl, jobTitle, isBot = false }: Agent = readAgent(from, places);
    return { id, name, avatarUrl, jobTitle, isBot, isQueue: isQueue === true };
  };

  return {
    readGreeting(login) {
      const from = read(login);
      const greeting = [from, from.mayObject('__priv_dynamic_config')].find((each) => each.any('greeting'));
      return greeting && readGreeting(greeting.object('greeting'), places, mostButtons);
    },

    readPredictedAgentOfLogin(login) {
      const from = read(login).mayObject('__priv_dynamic_config');
      return from.any('predicted_agent') ? predicted(from.object('predicted_agent'), false) : undefined;
    },

    readCustomer(payload) {
      const from = read(payload);
      return readCustomer(from.any('customer') ? from.object('customer') : from, places);
    },

    readChat: (payload, drop) => readChat(read(payload), places, drop),

    readGroupStatuses(payload) {
      const from = read(payload);
      const listed = someOf(from, 'groups', MOST_NAMES, readGroupStatus);
      const byId = from.mayObject('groups_status');
      const ids = byId.keys().filter((key) => /^\d{1,9}$/.test(key));
      const named = ids.map((id): [GroupId, GroupStatus] => [Number(id) as GroupId, statusOf(byId.any(id))]);
      return new Map([...listed, ...named.slice(0, MOST_NAMES)]);
    },

    readPredictedAgent(payload) {
      const from = read(payload);
      return predicted(from.object('agent'), from.any('queue'));
    },

    readWelcomeRequest(payload) {
      const from = read(payload);
      return { id: from.id('id'), agent: predicted(from.object('predicted_agent'), from.any('queue')) };
    },

    readForm(payload) {
      const from = read(payload);
      return mayFlag(from, 'enabled') ? readForm(from.object('form')) : undefined;
    },

    readLink(payload) {
      const from = read(payload);
      return {
        url: mayUrl(from, 'url') ?? from.fail('url', 'address'),
        title: mayCut(from, 'title'),
        description: mayCut(from, 'description'),
        imageUrl: withScheme(mayUrl(from, 'image_url')),
        imageWidth: mayNumber(from, 'image_width', 1e6),
        imageHeight: mayNumber(from, 'image_height', 1e6),
      };
    },

    readUpload(body) {
      const from = readBody(body);
      return mayUrl(from, 'url') ?? from.fail('url', 'address');
    },

    readProperties: (body) => readProperties(readBody(body)),
    readDynamicConfiguration: (body) => readDynamicConfiguration(readBody(body)),
    readConfiguration: (body) => readConfiguration(readBody(body)),
    readLocalization: (body) => textsOf(readBody(body), MOST_NAMES),

    readHttpError(body) {
      const error = new Reader(isObject(body) ? body : {}, 'body').mayObject('error');
      const data = error.any('data');
      return { code: mayCut(error, 'type') ?? 'internal', data: isObject(data) ? data : {} };
    },
  };
}
