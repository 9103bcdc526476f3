import { beforeEach, describe, expect, it } from 'vitest';
import type { GroupId, Properties, PropertyPlace } from '../../src/domain';
import { versions } from '../support/connection-line';
import { settle } from '../support/fake-clock';
import { arrive, at, chatId, type RestStage } from '../support/rest-verbs-stage';

let stage: RestStage;
const properties: Properties = new Map([['rating', new Map([['score', 1]])]]);

describe.each(versions)('in version %s', (version) => {
  const isOld = version === '3.0';
  beforeEach(async () => {
    stage = await arrive(version);
  });

  it.each<[PropertyPlace, string, string, object]>([
    [{ chatId }, 'update_chat_properties', 'update_chat_properties', isOld ? { chat_id: 'C' } : { id: 'C' }],
    [
      { chatId, threadId: at.threadId },
      'update_thread_properties',
      'update_chat_thread_properties',
      { chat_id: 'C', thread_id: 'T' },
    ],
    [at, 'update_event_properties', 'update_event_properties', { chat_id: 'C', thread_id: 'T', event_id: 'E' }],
  ])('writes properties: %o', async (place, now, then, ids) => {
    void stage.verbs.updateProperties(place, properties);
    await settle();
    expect(stage.last()).toEqual([isOld ? then : now, { ...ids, properties: { rating: { score: 1 } } }]);
    void stage.verbs.deleteProperties(place, new Map([['rating', ['score']]]));
    await settle();
    expect(stage.last()).toEqual([
      (isOld ? then : now).replace('update', 'delete'),
      { ...ids, properties: { rating: ['score'] } },
    ]);
  });

  it('tells a postback, and deletes an event where that exists', async () => {
    void stage.verbs.sendPostback(at, { id: 'p', type: 'message', value: 'v' }, true);
    await settle();
    expect(stage.last()).toMatchObject([
      'send_rich_message_postback',
      { chat_id: 'C', thread_id: 'T', event_id: 'E', postback: { id: 'p', toggled: true } },
    ]);
    void stage.verbs.sendPostback(
      at,
      { id: 'buy', type: 'add_to_cart', goods: { productId: 'hat', optionId: 'moss' } },
      true,
    );
    await settle();
    if (!isOld) {
      expect(stage.last()).toEqual([
        'send_rich_message_postback',
        {
          chat_id: 'C',
          thread_id: 'T',
          event_id: 'E',
          postback: {
            id: 'buy',
            toggled: true,
            button_type: 'add_to_cart',
            ecommerce: { product_id: 'hat', option_id: 'moss' },
          },
        },
      ]);
    }
    const deleting = stage.verbs.deleteEvent(at);
    await settle();
    if (isOld) expect(await deleting).toBe('done');
    else expect(stage.last()).toEqual(['delete_event', { chat_id: 'C', thread_id: 'T', event_id: 'E' }]);
  });

  it('changes the customer, and the fields of this visit', async () => {
    const fields = new Map([
      ['plan', 'gold'],
      ['cart', '3'],
    ]);
    void stage.verbs.updateCustomer({ name: 'Ada', sessionFields: fields });
    await settle();
    expect(stage.last()).toEqual([
      'update_customer',
      {
        name: 'Ada',
        ...(isOld ? { fields: { plan: 'gold', cart: '3' } } : { session_fields: [{ plan: 'gold' }, { cart: '3' }] }),
      },
    ]);
    void stage.verbs.setSessionFields(fields);
    await settle();
    expect(stage.last()[0]).toBe(isOld ? 'set_customer_fields' : 'set_customer_session_fields');
  });

  it('asks for statuses, forms, links and agents', async () => {
    const statuses = stage.verbs.readGroupStatuses([3 as GroupId]);
    await settle();
    const [action, payload] = stage.last();
    expect([action, payload]).toMatchObject([isOld ? 'get_groups_status' : 'list_group_statuses', { group_ids: [3] }]);
    stage.line.sockets.last().answer(action as string, { groups_status: { '3': 'online_for_queue' } });
    expect(await statuses).toEqual(new Map([[3, 'queueing']]));
    expect(stage.verbs.hasToAskForStatuses).toBe(isOld);

    const prechat = stage.verbs.readForm(3 as GroupId, 'prechat');
    await settle();
    expect(stage.last()).toEqual(['get_form', { group_id: 3, type: 'prechat' }]);
    stage.line.sockets.last().answer('get_form', { enabled: false });
    expect(await prechat).toBeUndefined();

    const link = stage.verbs.readLink('https://shop.test/');
    await settle();
    stage.line.sockets.last().answer(stage.last()[0] as string, { url: 'https://shop.test/', title: 'Shop' });
    expect(await link).toMatchObject({ url: 'https://shop.test/', title: 'Shop' });
  });

  it('does what the dialect has a word for, and asks nothing otherwise', async () => {
    const before = stage.line.sockets.last().sent.length;
    const greeted = [
      stage.verbs.acceptGreeting(7, 'u'),
      stage.verbs.cancelGreeting('u'),
      stage.verbs.pressGreetingButton('u', 'b'),
    ];
    const welcome = stage.verbs.requestWelcome(3 as GroupId);
    await settle();
    const asked = stage.line.sockets.last().sent.slice(before);
    expect(asked).toHaveLength(isOld ? 0 : 4);
    if (isOld) {
      expect(await Promise.all(greeted)).toEqual(['done', 'done', 'done']);
      expect(await welcome).toBeUndefined();
    } else {
      stage.line.sockets.last().refuse('request_welcome_message', 'groups_offline');
      expect(await welcome).toBe('refused');
    }
  });

  it('says what became of a wish', async () => {
    const refused = stage.verbs.updateCustomer({ name: 'Ada' });
    await settle();
    stage.line.sockets.last().refuse('update_customer', 'authorization');
    expect(await refused).toBe('refused');
    stage.line.sockets.last().listener.closed(1006);
    expect(await stage.verbs.updateCustomer({ name: 'Ada' })).toBe('failed');
  });
});
