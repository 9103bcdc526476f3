import { expect } from '@playwright/test';
import type { Entry } from '../../../test/support/hostile-corpus';
import { Visitor } from '../visitor';
import type { Ordeal } from './ordeal';

/** Half a character, which no wire takes as it is. */
const LONE = /[\ud800-\udbff](?![\udc00-\udfff])/g;

/** How often the first character of `text` is in it, and the whole of it if it is short. */
function countOf(text: string, inside: string): number {
  const [first = ''] = text;
  return text.length > 1_000 ? inside.split(first).length : Number(inside.includes(text));
}

interface GivenFile {
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly text?: string;
}

/** What the visitor types, pastes, drops or attaches, on purpose or not. */
export async function giveAsVisitor(ordeal: Ordeal, entry: Entry): Promise<void> {
  const visitor = new Visitor(ordeal.page);
  ordeal.speaksOf(entry.id);
  await ordeal.measured(entry, async () => ways[entry.path[0] ?? '']?.(visitor, entry, ordeal));
  await visitor.composer.fill('');
  await ordeal.feed(entry, []);
}

const ways: Readonly<Record<string, (visitor: Visitor, entry: Entry, ordeal: Ordeal) => Promise<void>>> = {
  async text({ composer, log }, { id, payload, mustNot }, ordeal) {
    const text = String(payload);
    const before = await log.getByRole('article').count();
    await composer.fill(text);
    await composer.press('Enter');
    if (mustNot.includes('FAKE')) {
      // Sending is over when the next message is there, and then there is only that.
      await ordeal.goOn(`${id} alone`, []);
      expect(await log.getByRole('article').count(), id).toBeLessThanOrEqual(before + 1);
      return;
    }
    // Long ones become several; nothing of it is lost or changed, besides what no wire takes.
    await expect(composer, id).toHaveValue('');
    const wanted = text.replaceAll(LONE, '\ufffd');
    const sent = () =>
      log.getByRole('article').evaluateAll(
        (rows, from) =>
          rows
            .slice(from)
            .map((row) => row.textContent)
            .join('\n'),
        before,
      );
    await expect.poll(async () => countOf(wanted, await sent()), id).toBe(countOf(wanted, wanted));
  },

  async 'paste-html'({ composer }, { id, payload }) {
    await composer.focus();
    await composer.evaluate((field, html) => {
      const give = (event: ClipboardEvent) => {
        event.preventDefault();
        event.clipboardData?.setData('text/html', html);
        event.clipboardData?.setData('text/plain', 'as text');
      };
      field.ownerDocument.addEventListener('copy', give, { once: true, capture: true });
      field.ownerDocument.execCommand('copy');
    }, String(payload));
    await composer.press('ControlOrMeta+v');
    await expect(composer, id).toHaveValue('as text');
  },

  drop: ({ composer }, { payload }) =>
    composer.evaluate(
      (field, { types, data }) => {
        const given = new DataTransfer();
        if (types[0] === 'Files') given.items.add(new File([], 'folder'));
        else given.setData(types[0] as string, data ?? '');
        for (const type of ['dragenter', 'dragover', 'drop', 'dragleave'])
          field.dispatchEvent(
            new DragEvent(type, { bubbles: true, cancelable: true, composed: true, dataTransfer: given }),
          );
      },
      payload as { readonly types: readonly string[]; readonly data?: string },
    ),

  file: (visitor, { payload }) => attach(visitor, [payload as GivenFile]),
  files: (visitor, { payload }) => attach(visitor, payload as readonly GivenFile[]),
};

export async function choose({ window }: Visitor, files: readonly GivenFile[]): Promise<void> {
  await window.locator('input[type=file][multiple]').setInputFiles(
    files.map(({ name, type, size, text }) => ({
      name,
      mimeType: type,
      buffer: Buffer.from(text ?? 'x'.repeat(size)),
    })),
  );
}

const rowsOf = ({ window }: Visitor) => window.getByRole('list', { name: 'Files to send' }).getByRole('listitem');

/** Takes back what is not sent. */
export async function clearFiles(visitor: Visitor): Promise<void> {
  const rows = rowsOf(visitor);
  const stop = rows.first().getByRole('button', { name: /^(?:Remove|Stop sending)/ });
  while ((await rows.count()) > 0) await stop.click();
}

/** Until all are sent, or it is said why not. */
async function attach(visitor: Visitor, files: readonly GivenFile[]): Promise<void> {
  await choose(visitor, files);
  await expect(rowsOf(visitor).getByRole('progressbar')).toHaveCount(0);
  await clearFiles(visitor);
}
