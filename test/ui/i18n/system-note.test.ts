import { describe, expect, it } from 'vitest';
import { enRest } from '../../../src/ui/i18n/en-rest';
import { toText } from '../../../src/ui/i18n/fill';
import { systemNoteParts } from '../../../src/ui/i18n/system-note';
import { createWords } from '../../../src/ui/i18n/words';
import { systemItem } from '../../support/ui-session';

const words = createWords('en');
words.add(enRest);

function say(code: string, vars: Record<string, string> = {}, given: { text?: string; isOwn?: boolean } = {}): string {
  return toText(systemNoteParts(words, systemItem(code, vars, given)));
}

const everyVar = {
  agent: 'Ana',
  initiator: 'Theo',
  customer: 'Kim',
  targets: 'Sales',
  duration: '3',
  score: 'good',
  comment: 'fine',
  email: 'kim@shop.example',
  customer_name: 'Kim',
  customer_email: 'kim@shop.example',
  agent_added: 'Ana',
  agent_removed: 'Theo',
};

const codes = `agent_added agent_joined agent_left agent_removed archived_customer_disconnected chat_transferred
customer_added customer_banned customer_removed customer_updated manual_archived_agent manual_archived_customer
rating.chat_rated rating.chat_commented rating.chat_rating_canceled routing.archived_deleted
routing.archived_disconnected routing.archived_inactive routing.archived_offline routing.archived_other
routing.archived_remotely_signed_out routing.archived_signed_out routing.assigned_deleted
routing.assigned_disconnected routing.assigned_inactive routing.assigned_other
routing.assigned_remotely_signed_out routing.assigned_signed_out routing.idle routing.unassigned_deleted
routing.unassigned_disconnected routing.unassigned_other routing.unassigned_remotely_signed_out
routing.unassigned_signed_out system_archived transcript_requested transcript_sent`.split(/\s+/);

describe('system messages', () => {
  it.each(codes)('has words of its own for %s', (code) => {
    const sentence = say(code, everyVar, { text: 'the service’s own' });
    expect(sentence).not.toBe('the service’s own');
    expect(sentence).not.toMatch(/[{}%]|undefined/);
  });

  it.each([
    ['manual_archived_customer', 'You ended the chat.'],
    ['archived_customer_disconnected', 'The chat ended because you left.'],
    ['rating.chat_rated', 'You rated the chat as good.'],
    ['agent_left', 'Ana left the chat.'],
  ])('speaks to the customer about what they did: %s', (code, sentence) => {
    expect(say(code, everyVar, { isOwn: true })).toBe(sentence);
  });

  it('counts minutes, and days of a ban', () => {
    expect(say('routing.archived_inactive', { duration: '1' })).toBe(
      'The chat ended after 1 minute without a message.',
    );
    expect(say('customer_banned', { agent: 'Ana', duration: '3' })).toBe('Ana closed the chat for 3 days.');
  });

  it('says which of name and address has changed', () => {
    expect(say('customer_updated', { initiator: 'Ana', customer_name: 'Kim' })).toBe('Ana changed your name to Kim.');
    expect(say('customer_updated', { initiator: 'Ana', customers_email: 'k@x.example' })).toBe(
      'Ana changed your e-mail address to k@x.example.',
    );
  });

  it('uses the sentence of the service for codes it does not know, and where a value is missing', () => {
    expect(say('made_up', { what: 'Order 1' }, { text: '%what% is on its way, %nobody%' })).toBe(
      'Order 1 is on its way, %nobody%',
    );
    expect(say('agent_joined', {}, { text: 'Somebody joined' })).toBe('Somebody joined');
    expect(say('routing.archived_inactive', { duration: 'soon' }, { text: 'Closed' })).toBe('Closed');
  });

  it('does not look into values for more, nor up the prototype', () => {
    expect(say('agent_joined', { agent: '%customer% {agent} $1', customer: 'Kim' })).toBe(
      '%customer% {agent} $1 joined the chat.',
    );
    expect(say('made_up', {}, { text: '%constructor% %toString%' })).toBe('%constructor% %toString%');
    expect(say('../../constructor', {}, { text: 'Text' })).toBe('Text');
  });

  it('takes what changes the direction out of values', () => {
    expect(say('agent_joined', { agent: 'A\u202Eanna\nB' })).toBe('Aanna B joined the chat.');
  });
});
