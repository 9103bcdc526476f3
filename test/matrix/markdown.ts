import { type Version, versions } from './cast';
import { rows } from './rows';
import type { Row } from './rows/row';

/** Where the table stands in a page. */
export const BEGIN = '<!-- matrix -->';
export const END = '<!-- /matrix -->';

/** Every row with a mark for each proof that there is of it. A proof that fails is a failed test, not a missing mark. */
export function markdown(): string {
  const lines = rows.map((row) => {
    const { id, name } = row;
    const cells = [id, `\`${name}\``, ...versions.map((version) => onWire(row, version)), toBeSeen(row)];
    return `| ${cells.join(' | ')} |`;
  });
  return ['| | name of 2019 | v3.0 | v3.6 | what a person sees |', '| --- | --- | --- | --- | --- |', ...lines].join(
    '\n',
  );
}

const onWire = ({ push }: Row, version: Version) => (push[version] ? `✓ \`${push[version]}\`` : 'no such thing');

function toBeSeen({ widget, console }: Row): string {
  const seen = [widget && `✓ widget: ${widget}`, console && `✓ console: ${console}`].filter(Boolean);
  return seen.length > 0 ? seen.join('; ') : 'nothing, on purpose';
}

export function withTable(page: string): string {
  const [before, rest] = page.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error('The page has no place for the table');
  return `${before}${BEGIN}\n\n${markdown()}\n\n${END}${after}`;
}
