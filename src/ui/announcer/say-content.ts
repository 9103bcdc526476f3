import type { Content } from '../../domain';
import type { Words } from '../i18n/words';
import { cleanLine } from '../text/clean-line';

/** What somebody sent besides text, in one sentence. */
export function sayContent(words: Words, content: Content, author: string): string {
  switch (content.kind) {
    case 'file': {
      const name = cleanLine(content.alternativeText ?? '', 300) || cleanLine(content.name) || words.t('file.unnamed');
      return words.t(content.width && content.height ? 'announce.image' : 'announce.file', { author, name });
    }
    case 'rich-message': {
      const lines = content.elements.flatMap(({ title, subtitle }) => [title, subtitle]);
      const count = content.elements.reduce((sum, element) => sum + element.buttons.length, 0);
      const title = cleanLine(lines.filter(Boolean).join('. '), 300);
      return count || !title
        ? words.t('announce.rich', { author, title, count })
        : words.t('announce.message', { author, text: title });
    }
    case 'form': {
      const title = cleanLine(content.form.fields[0]?.label ?? '', 300);
      return words.t('announce.form', { author, title, count: content.form.fields.length });
    }
    case 'filled-form':
      return words.t('announce.answers', { author });
    case 'custom':
      return '';
  }
}
