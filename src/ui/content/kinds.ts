import type { Content, FileEvent, RichMessage } from '../../domain';

export type RichContent = FileEvent | RichMessage;

export function isForm(content: Content): content is Extract<Content, { kind: 'form' | 'filled-form' }> {
  return content.kind === 'form' || content.kind === 'filled-form';
}
