import type { Content, CustomEvent, MessageItem } from '../../domain';
import type { BubbleItem } from '../rest-contract';
import { TextBody } from '../text/TextBody';
import { mayAnswer } from '../timeline/hide-empty';
import { useOwnRest, useUi } from '../ui-context';
import { useValue } from '../use-value';
import { isForm, type RichContent } from './kinds';
import { usePart } from './use-part';

/** What is in a bubble. Text is there at once; for all else a piece of the window may have to come first. */
export function Body({ item }: { readonly item: BubbleItem }) {
  if (item.kind === 'message') return <MessageBody item={item} />;
  const { content } = item;
  if (isForm(content)) return <Form content={content} />;
  if (content.kind === 'custom') return <Custom content={content} />;
  return <Rich content={content} isNewest={item.isNewest} />;
}

function MessageBody({ item: { event, text } }: { readonly item: MessageItem }) {
  const { words } = useUi();
  if (!event) return <TextBody text={text} />;
  return (
    <>
      {event.properties?.size ? <AnnotatedBody event={event} /> : <TextBody text={text} />}
      {event.isEdited && ' '}
      {event.isEdited && <small class="edited">{words.t('message.edited')}</small>}
    </>
  );
}

function AnnotatedBody({ event }: { readonly event: NonNullable<MessageItem['event']> }) {
  const part = usePart(useOwnRest().parts.rich);
  return part ? <part.Annotated event={event} /> : <TextBody text={event.text} />;
}

function Custom({ content }: { readonly content: CustomEvent }) {
  const part = usePart(useOwnRest().parts.log);
  return part ? <part.CustomBody content={content} /> : null;
}

function Form({ content }: { readonly content: Extract<Content, { kind: 'form' | 'filled-form' }> }) {
  const part = usePart(useOwnRest().parts.forms);
  return part ? <part.FormBody content={content} /> : <Awaited lines={content.kind === 'form' ? 4 : 2} />;
}

function Rich({ content, isNewest }: { readonly content: RichContent; readonly isNewest: boolean }) {
  const { session } = useUi();
  const part = usePart(useOwnRest().parts.rich);
  const me = useValue(() => session.users.me.value?.id);
  const canAnswer = isNewest && content.kind === 'rich-message' && mayAnswer(content, me);
  return part ? <part.RichBody content={content} mayAnswer={canAnswer} /> : <Awaited lines={linesOf(content)} />;
}

/** About as high as what will stand there. */
function Awaited({ lines }: { readonly lines: number }) {
  const { words } = useUi();
  return (
    <span class={`awaited is-${lines}`}>
      <span class="unseen">{words.t('common.loading')}</span>
    </span>
  );
}

function linesOf(content: RichContent): number {
  if (content.kind === 'file') return content.width && content.height ? 4 : 1;
  return content.elements.some((element) => element.image || element.product) ? 4 : 2;
}
