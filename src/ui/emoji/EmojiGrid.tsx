import { useId } from 'preact/hooks';
import type { Emoji } from './emoji-list';
import { type Tone, toned } from './skin-tone';

const COLUMNS = 8;

interface Props {
  readonly title: string;
  readonly emoji: readonly Emoji[];
  readonly tone: Tone;
  readonly onPick: (emoji: Emoji, isMore: boolean) => void;
}

/** One group. Its rows are real ones, so that arrows up and down mean the same to everybody. */
export function EmojiGrid({ title, emoji, tone, onPick }: Props) {
  const id = `natter-emoji-${useId()}`;
  const rows = Array.from({ length: Math.ceil(emoji.length / COLUMNS) }, (_, row) =>
    emoji.slice(row * COLUMNS, (row + 1) * COLUMNS),
  );
  return (
    <section class="emoji-group">
      <h3 id={id}>{title}</h3>
      {/* A last row may be shorter; an only row makes its columns no wider. */}
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table that one walks through
        role="grid"
        aria-labelledby={id}
        style={{ inlineSize: `${(100 * Math.min(COLUMNS, emoji.length)) / COLUMNS}%` }}
      >
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((one) => (
                <td key={one.text}>
                  <button
                    type="button"
                    tabIndex={-1}
                    aria-label={one.name}
                    title={one.name}
                    onClick={(event: MouseEvent) => onPick(one, event.shiftKey)}
                  >
                    {toned(one.text, tone)}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
