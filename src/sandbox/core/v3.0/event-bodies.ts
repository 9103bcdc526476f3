import { eventBodies, type ReadBody } from '../v3.6/read-event';

const BUTTONS = 11;

const readAnnotation: ReadBody = (event) => {
  const text = event.optionalString('text');
  return { annotation_type: event.string('annotation_type'), ...(text !== undefined && { text }) };
};

const readRichMessage: ReadBody = (event, limits) => {
  for (const element of event.objects('elements')) {
    if (element.objects('buttons').length > BUTTONS) element.fail('buttons', `must not be more than ${BUTTONS}`);
  }
  return today('rich_message')(event, limits);
};

/** Files are sent by `send_file` only, and forms came later. */
export const bodies: ReadonlyMap<string, ReadBody> = new Map([
  ...['message', 'custom', 'system_message', 'filled_form'].map((type) => [type, today(type)] as const),
  ['annotation', readAnnotation],
  ['rich_message', readRichMessage],
]);

function today(type: string): ReadBody {
  const read = eventBodies.get(type);
  if (!read) throw new Error(`Nobody reads ${type}`);
  return read;
}
