import { versions } from './cast';
import { rows } from './rows';

/** One line for each name: what it is called in each version, and whether it was seen to work. */
export function table(seen: ReadonlyMap<string, boolean>): string {
  const mark = (id: string, version: string, push: string | undefined) => {
    if (!push) return '—';
    const isFine = seen.get(`${id} ${version}`);
    return `${isFine === undefined ? '·' : isFine ? '✓' : '✗'} ${push}`;
  };
  return rows
    .map(({ id, name, push }) => {
      const cells = versions.map((version) => mark(id, version, push[version]).padEnd(36));
      return `${id.padEnd(5)} ${name.padEnd(34)} ${cells.join(' ')}`.trimEnd();
    })
    .join('\n');
}
