import type { Greeting, GreetingContent } from '../../domain';
import { readAgent } from '../chat';
import type { Places } from '../places';
import type { Reader } from '../reader';
import { mayProperties } from './properties';
import { readElements } from './rich-message';
import { mayCut, mayFlag, mayWhole, TEXT } from './values';

/** Greeting, Customer Chat API v3.6; v3.0 has a text only, and tells it at log-in. */
export function readGreeting(from: Reader, places: Places, mostButtons: number): Greeting {
  return {
    id: mayWhole(from, 'id') ?? from.fail('id', 'number'),
    uniqueId: from.id('unique_id'),
    isFirstTime: mayFlag(from, 'displayed_first_time') ?? false,
    isAccepted: mayFlag(from, 'accepted') ?? false,
    addon: mayCut(from, 'addon'),
    subtype: mayCut(from, 'subtype'),
    isExitIntent: mayFlag(from, 'is_exit_intent') ?? false,
    content: from.any('event') ? readGreetingContent(from.object('event'), mostButtons) : readText(from),
    agent: readAgent(from.object('agent'), places),
  };
}

/** Of a greeting or a welcome message: an event that has no id yet. */
export function readGreetingContent(from: Reader, mostButtons: number): GreetingContent {
  if (from.any('type') !== 'rich_message') return { ...readText(from), properties: mayProperties(from) };
  return { kind: 'rich-message', templateId: from.id('template_id'), elements: readElements(from, mostButtons) };
}

function readText(from: Reader): Extract<GreetingContent, { kind: 'message' }> {
  return { kind: 'message', text: mayCut(from, 'text', TEXT) ?? from.fail('text', 'string') };
}
