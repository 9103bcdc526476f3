import { beforeEach, describe, expect, it } from 'vitest';
import type { Form, GroupId } from '../../src/domain';
import { versions } from '../support/connection-line';
import { settle } from '../support/fake-clock';
import { arrive, chatId, customId, type RestStage } from '../support/rest-verbs-stage';

let stage: RestStage;
const form: Form = {
  id: 'form',
  fields: [
    { id: 'h', type: 'header', label: 'Hello', isRequired: false, options: [] },
    { id: '0', type: 'name', label: 'Name', isRequired: true, options: [] },
    {
      id: '1',
      type: 'checkbox',
      label: 'Topics',
      isRequired: false,
      options: [
        { id: 'a', label: 'A' },
        { id: 'b', label: 'B' },
      ],
    },
    {
      id: '2',
      type: 'group_chooser',
      label: 'Group',
      isRequired: false,
      options: [{ id: 'g', label: 'Sales', groupId: 3 as GroupId }],
    },
    { id: '3', type: 'question', label: 'Why', isRequired: false, options: [] },
  ],
};

describe.each(versions)('in version %s', (version) => {
  const isOld = version === '3.0';
  beforeEach(async () => {
    stage = await arrive(version);
  });

  it('sends a filled form as the first event of a chat, in the group that was chosen', async () => {
    const filled = new Map<string, string | string[]>([
      ['0', ' Ada '],
      ['1', ['a', 'b']],
      ['2', ['g']],
      ['3', '  '],
    ]);
    void stage.verbs.sendEvent(
      undefined,
      { kind: 'filled-form', customId, form, formType: 'prechat', answers: filled },
      { groupId: 3 as GroupId },
    );
    await settle();
    const [action, payload] = stage.last();
    expect(action).toBe('start_chat');
    expect(payload).toMatchObject({
      chat: {
        access: { group_ids: [3] },
        thread: {
          events: [
            {
              type: 'filled_form',
              custom_id: 'k1',
              form_id: 'form',
              properties: { lc2: { form_type: 'prechat' } },
              fields: [
                { type: 'name', id: '0', label: 'Name', answer: 'Ada' },
                {
                  type: 'checkbox',
                  id: '1',
                  answers: [
                    { id: 'a', label: 'A' },
                    { id: 'b', label: 'B' },
                  ],
                },
                { type: 'group_chooser', id: '2', answer: { group_id: 3, label: 'Sales' } },
                { type: 'question', id: '3', label: 'Why' },
              ],
            },
          ],
        },
      },
    });
    expect(JSON.stringify(payload)).not.toContain('"answer":""');
  });

  it('begins an ended chat again with a message for later, and says that it is one', async () => {
    const sent = stage.verbs.sendEvent(
      { id: chatId, isActive: false },
      { kind: 'filled-form', customId, form, formType: 'ticket', answers: new Map() },
      { groupId: 3 as GroupId, isOffline: true },
    );
    await settle();
    const opening = {
      id: 'C',
      access: { group_ids: [3] },
      properties: { routing: { email_follow_up: true } },
      thread: {
        events: [{ type: 'filled_form', custom_id: 'k1' }],
        properties: { routing: { offline_message: true } },
      },
    };
    const action = isOld ? 'activate_chat' : 'resume_chat';
    expect(stage.last()).toMatchObject([action, { chat: opening }]);
    stage.line.sockets.last().refuse(action, 'groups_offline');
    await settle();
    expect(stage.last()).toMatchObject([action, { chat: opening, continuous: true }]);
    stage.line.sockets.last().answer(action, { thread_id: 'T2', chat: { id: 'C' } });
    expect(await sent).toMatchObject({ outcome: 'accepted', chatId: 'C' });
  });

  it('says which answers of a form were refused, by the path in the message', async () => {
    const event = { kind: 'filled-form', customId, form, formType: 'postchat', answers: new Map() } as const;
    for (const [message, fieldIds] of [
      ['Wrong format of request: `payload.event.fields[1].answer` must be an e-mail address', ['1']],
      ['Wrong format of request: `payload.event.fields.0.answer` is required', ['0']],
      ['Wrong format of request: `payload.event.fields[99].answer`', undefined],
      ['Wrong format of request: `payload.customer.session_fields[0]`', undefined],
    ] as const) {
      const sent = stage.verbs.sendEvent({ id: chatId, isActive: false }, event, { isAfterwards: true });
      await settle();
      stage.line.sockets.last().refuse('send_event', 'validation', undefined, message);
      expect(await sent).toMatchObject({ outcome: 'refused', reason: 'invalid' });
      expect(Object(await sent).fieldIds).toEqual(fieldIds);
    }
  });

  it('adds the answers of a survey to a chat that is over', async () => {
    const ended = { id: chatId, isActive: false };
    const sent = stage.verbs.sendEvent(
      ended,
      { kind: 'filled-form', customId, form, formType: 'postchat', answers: new Map() },
      { isAfterwards: true },
    );
    await settle();
    expect(stage.last()).toMatchObject(['send_event', { chat_id: 'C', attach_to_last_thread: true }]);
    stage.line.sockets.last().answer('send_event', { event_id: 'E' });
    expect(await sent).toMatchObject({ outcome: 'accepted', chatId: 'C' });
  });
});
