import { describe, expect, it } from 'vitest';
import { createScriptedAgent, inProcessAgentLine } from '../../../src/sandbox/core/index';
import type { SandboxPeer } from '../../support/sandbox-peer';
import { sandboxStage } from '../../support/sandbox-stage';

function withPip() {
  const stage = sandboxStage({ settings: { limits: { idleMs: 10 ** 9 } } });
  const { clock, core } = stage;
  const pip = createScriptedAgent({ clock, token: 'dal:sandbox-pip', connect: inProcessAgentLine(core, clock) });
  clock.pass(0);
  return { ...stage, pip };
}

const said = (peer: SandboxPeer): string[] =>
  peer
    .pushes('incoming_event')
    .filter(({ payload }) => payload.event.type === 'message')
    .map(({ payload }) => payload.event.text);

const say = (peer: SandboxPeer, chat_id: string, text: string) =>
  peer.get('send_event', { chat_id, event: { type: 'message', text } });

describe('the scripted agent', () => {
  it('greets a new chat by name after a moment of typing', () => {
    const { customer, clock } = withPip();
    const visitor = customer({ customer: { name: 'Ada Lovelace' } });
    visitor.get('start_chat');
    expect(visitor.lastPush('incoming_typing_indicator').payload.typing_indicator.is_typing).toBe(true);
    clock.pass(599);
    expect(said(visitor)).toEqual([]);
    clock.pass(400);
    expect(said(visitor)).toEqual([expect.stringMatching(/^Hi Ada! I’m Pip/)]);
    expect(visitor.lastPush('incoming_typing_indicator').payload.typing_indicator.is_typing).toBe(false);
  });

  it('answers what was asked with the first message, and marks it seen', () => {
    const { customer, clock } = withPip();
    const visitor = customer();
    visitor.get('start_chat', { chat: { thread: { events: [{ type: 'message', text: 'Are you open on Sunday?' }] } } });
    expect(visitor.pushes('events_marked_as_seen')).toHaveLength(1);
    clock.pass(5_000);
    expect(said(visitor)).toHaveLength(2);
    expect(said(visitor)[1]).toMatch(/open from 9/);
  });

  it('does not say the same twice, and always the same for the same', () => {
    const talk = () => {
      const { customer, clock } = withPip();
      const visitor = customer();
      const { chat_id } = visitor.get('start_chat');
      for (const text of ['hello', 'I want a bike', 'a blue bike', 'and repairs?', 'xyzzy', 'thanks']) {
        clock.pass(3_000);
        say(visitor, chat_id, text);
      }
      clock.pass(5_000);
      return said(visitor);
    };
    const lines = talk().filter((text) => text.length > 20);
    expect(new Set(lines).size).toBe(lines.length);
    expect(talk()).toEqual(talk());
  });

  it.each([
    ['help', /write “human”/],
    ['links', /https:\/\/harbour\.example/],
    ['long', /saddle height/i],
  ])('knows the word %s', (word, answer) => {
    const { customer, clock } = withPip();
    const visitor = customer();
    const { chat_id } = visitor.get('start_chat');
    say(visitor, chat_id, word);
    clock.pass(10_000);
    expect(said(visitor).at(-1)).toMatch(answer);
  });

  it('sends a dozen messages in order when asked for many', () => {
    const { customer, clock } = withPip();
    const visitor = customer();
    const { chat_id } = visitor.get('start_chat');
    say(visitor, chat_id, 'many');
    clock.pass(10_000);
    const list = said(visitor).slice(-12);
    expect(list[0]).toMatch(/^Eleven things/);
    expect(list.slice(1).map((text) => Number.parseInt(text, 10))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  describe('on a tour', () => {
    const page = { url: 'https://shop.example/bikes', title: 'Bikes' };
    function onTour() {
      const stage = withPip();
      const visitor = stage.customer({ customer_page: page });
      const { chat_id } = visitor.get('start_chat');
      stage.clock.pass(3_000);
      say(visitor, chat_id, 'Tour');
      return { ...stage, visitor, chat_id };
    }
    const kinds = (peer: SandboxPeer): string[] =>
      peer.pushes('incoming_event').map(({ payload: { event } }) => event.template_id ?? event.type);

    it('shows everything that can be in a chat, slowly, and ends it where nobody takes over', () => {
      const { clock, visitor } = onTour();
      clock.pass(10_000);
      expect(kinds(visitor).length).toBeLessThan(12);
      clock.pass(120_000);
      expect(kinds(visitor)).toEqual(
        expect.arrayContaining(
          'message file cards quick_replies sticker ecommerce form system_message custom'.split(' '),
        ),
      );
      const numbered = said(visitor).filter((text) => /^\d+\/\d+ /.test(text));
      expect(numbered.at(-1)).toMatch(new RegExp(`^${numbered.length}/${numbered.length} `));
      expect(visitor.pushes('incoming_thinking_indicator')).toHaveLength(1);
      expect(visitor.pushes('incoming_event_preview').length).toBeGreaterThan(5);
      expect(visitor.pushes('chat_deactivated')).toHaveLength(1);
    });

    it('keeps its picture where the visitor can reach it', () => {
      const { clock, visitor, core } = onTour();
      clock.pass(120_000);
      const picture = visitor
        .pushes('incoming_event')
        .map(({ payload }) => payload.event)
        .find(({ content_type }) => content_type === 'image/png');
      expect(picture).toMatchObject({
        width: 320,
        height: 200,
        url: expect.stringMatching(/^https:\/\/shop\.example\//),
      });
      const { pathname: url } = new URL(picture.url);
      const response = core.http({ method: 'GET', url, headers: {}, body: '', isSecure: true });
      expect(response).toMatchObject({ status: 200 });
    });

    it('stops when it is told to, and talks again', () => {
      const { clock, visitor, chat_id } = onTour();
      clock.pass(10_000);
      say(visitor, chat_id, 'stop');
      say(visitor, chat_id, 'links');
      const before = kinds(visitor).length;
      clock.pass(120_000);
      expect(kinds(visitor).length - before).toBe(2);
      expect(said(visitor).at(-1)).toMatch(/harbour\.example/);
      expect(visitor.pushes('chat_deactivated')).toEqual([]);
    });

    it('ends with a colleague where there is one', () => {
      const { agent, clock, visitor } = onTour();
      agent('mara').get('set_routing_status', { status: 'not_accepting_chats' });
      clock.pass(120_000);
      expect(visitor.pushes('chat_deactivated')).toEqual([]);
      expect(visitor.lastPush('user_added_to_chat').payload.user.name).toBe('Mara Okafor');
    });
  });

  it('closes the chat on goodbye, and greets again when it goes on', () => {
    const { customer, clock } = withPip();
    const visitor = customer();
    const { chat_id } = visitor.get('start_chat');
    clock.pass(1_000);
    say(visitor, chat_id, 'bye');
    clock.pass(2_000);
    expect(visitor.pushes('chat_deactivated')).toHaveLength(1);
    visitor.get('resume_chat', { chat: { id: chat_id } });
    clock.pass(1_000);
    expect(said(visitor).at(-1)).toMatch(/I’m Pip/);
  });

  it('steps back for a person, with its chats, and comes back when the last one goes', () => {
    const { agent, customer, clock } = withPip();
    const visitor = customer();
    const { chat_id } = visitor.get('start_chat');
    clock.pass(1_000);
    const mara = agent('mara');
    expect(visitor.lastPush('chat_transferred').payload).toMatchObject({ reason: 'manual' });
    expect(visitor.lastPush('user_added_to_chat').payload.user.name).toBe('Mara Okafor');
    expect(mara.lastPush('routing_status_set').payload).toEqual({
      agent_id: 'pip@harbour.example',
      status: 'not_accepting_chats',
    });
    say(visitor, chat_id, 'Is there a bike?');
    clock.pass(5_000);
    const before = said(visitor).length;

    say(mara, chat_id, 'One moment');
    mara.get('logout');
    clock.pass(5_000);
    expect(visitor.lastPush('user_added_to_chat').payload.user.name).toBe('Pip');
    expect(said(visitor).slice(before)).toEqual(['One moment', expect.stringMatching(/^Hi, Pip here/)]);
    expect(visitor.get('list_group_statuses', { all: true }).groups_status).toMatchObject({ '0': 'online' });
  });

  it('is not disturbed by a reload of the console', () => {
    const { agent, customer, clock } = withPip();
    const mara = agent('mara');
    const visitor = customer();
    visitor.get('start_chat');
    mara.hangUp();
    clock.pass(3_000);
    agent('mara');
    clock.pass(10_000);
    expect(visitor.pushes('user_removed_from_chat')).toEqual([]);
    expect(said(visitor)).toEqual([]);
  });

  it('hands over to somebody who is there but takes no chats, if asked; and says so if nobody is', () => {
    const { agent, customer, clock } = withPip();
    const visitor = customer();
    const { chat_id } = visitor.get('start_chat');
    say(visitor, chat_id, 'Can I talk to a human?');
    clock.pass(3_000);
    expect(said(visitor).at(-1)).toMatch(/Nobody from the team/);
    agent('theo', { away: true });
    say(visitor, chat_id, 'human');
    clock.pass(3_000);
    expect(visitor.lastPush('user_added_to_chat').payload.user.name).toBe('Theo Lindqvist');
  });

  it('listens only while a colleague is in the chat', () => {
    const { agent, customer, clock } = withPip();
    const visitor = customer();
    const { chat_id } = visitor.get('start_chat');
    clock.pass(1_000);
    const theo = agent('theo', { away: true });
    theo.get('add_user_to_chat', { chat_id, user_id: 'theo@harbour.example', user_type: 'agent', visibility: 'all' });
    const before = said(visitor).length;
    say(visitor, chat_id, 'repairs?');
    clock.pass(5_000);
    expect(said(visitor)).toHaveLength(before + 1);
  });

  it('stops without leaving anything', () => {
    const { core, pip, customer, clock } = withPip();
    const visitor = customer();
    visitor.get('start_chat');
    pip.stop();
    core.dispose();
    expect(clock.pending).toBe(0);
  });

  it.each([
    ['cards', 'rich_message', []],
    ['Replies ', 'rich_message', []],
    ['form', 'form', []],
    ['custom', 'custom', []],
    ['think', 'message', ['incoming_thinking_indicator']],
    ['preview', 'message', ['incoming_event_preview', 'incoming_event_preview', 'incoming_event_preview']],
  ])('shows something on the word %j', (word, type, before) => {
    const { customer, clock } = withPip();
    const visitor = customer();
    const { chat_id } = visitor.get('start_chat');
    clock.pass(5_000);
    say(visitor, chat_id, word);
    visitor.takeNames();
    clock.pass(5_000);
    expect(visitor.lastPush('incoming_event').payload.event.type).toBe(type);
    const shown = visitor.takeNames().filter((name) => /thinking|preview/.test(name));
    expect(shown).toEqual(before);
  });
});
