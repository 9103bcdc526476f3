import type { Greeting } from '../../domain';
import { cleanLine } from '../text/clean-line';

/** What a greeting says, in one line. */
export function textOf({ content }: Greeting): string {
  if (content.kind === 'message') return cleanLine(content.text, 300);
  const lines = content.elements.flatMap(({ title, subtitle }) => [title, subtitle]);
  return cleanLine(lines.filter(Boolean).join('. '), 300);
}
