import type { GatewayRest } from '../gateway-rest';
import type { Wishes } from './wishes';

/** A gateway that asks again for what may be asked twice, until it is answered. The last value of a thing wins. */
export function patientGateway<G extends GatewayRest>(gateway: G, wishes: Wishes): G {
  const wish: Wishes['wish'] = (key, what) => wishes.wish(key, what);
  const patient: Partial<GatewayRest> = {
    updateProperties: (at, properties) =>
      wish(keyOf('properties', at, properties.keys()), () => gateway.updateProperties(at, properties)),
    deleteProperties: (at, names) =>
      wish(keyOf('properties', at, names.keys()), () => gateway.deleteProperties(at, names)),
    sendPostback: (at, postback, isToggled) =>
      wish(keyOf('postback', at, [postback.id]), () => gateway.sendPostback(at, postback, isToggled)),
    updateCustomer: (changes) =>
      wish(keyOf('customer', {}, Object.keys(changes)), () => gateway.updateCustomer(changes)),
    setSessionFields: (fields) => wish('fields', () => gateway.setSessionFields(fields)),
    acceptGreeting: (id, uniqueId) => wish(keyOf('accept', {}, [uniqueId]), () => gateway.acceptGreeting(id, uniqueId)),
    cancelGreeting: (uniqueId) => wish(keyOf('cancel', {}, [uniqueId]), () => gateway.cancelGreeting(uniqueId)),
    pressGreetingButton: (uniqueId, buttonId) =>
      wish(keyOf('press', {}, [uniqueId, buttonId]), () => gateway.pressGreetingButton(uniqueId, buttonId)),
  };
  return { ...gateway, ...patient };
}

const keyOf = (what: string, at: object, names: Iterable<string>): string => JSON.stringify([what, at, [...names]]);
