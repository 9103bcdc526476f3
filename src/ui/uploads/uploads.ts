import { type ReadonlySignal, signal } from '@preact/signals-core';
import type { OutgoingFile, Session } from '../../domain';
import type { Announcer } from '../announcer/announcer';
import type { Words } from '../i18n/words';
import { cleanLine } from '../text/clean-line';

const MOST_BYTES = 10 * 1_024 * 1_024;
const PROGRAM = /\.(?:exe|msi|bat|cmd|com|scr|pif|vbs|vbe|js|jse|wsf|wsh|ps1|jar|app|dmg|apk|lnk|hta|cpl|reg|sh)$/i;

export type UploadState = 'sending' | 'failed' | 'empty' | 'too-large' | 'program';

/** A file on its way. What has arrived is an event in the log, and no upload any more. */
export interface Upload {
  readonly key: string;
  readonly file: OutgoingFile;
  readonly name: string;
  /** Parts of 1. */
  readonly part: number;
  readonly state: UploadState;
}

export interface Uploads {
  readonly list: ReadonlySignal<readonly Upload[]>;
  readonly mostBytes: number;
  readonly add: (files: readonly OutgoingFile[]) => void;
  readonly retry: (upload: Upload) => void;
  readonly remove: (upload: Upload) => void;
}

export function createUploads(session: Session, words: Words, announcer: Announcer): Uploads {
  const list = signal<readonly Upload[]>([]);
  let last = 0;

  function change(key: string, changes: Partial<Upload>): void {
    list.value = list.value.map((upload) => (upload.key === key ? { ...upload, ...changes } : upload));
  }

  function remove({ key }: Upload): void {
    list.value = list.value.filter((upload) => upload.key !== key);
  }

  async function send(upload: Upload): Promise<void> {
    const { key, file, name } = upload;
    change(key, { state: 'sending', part: 0 });
    const outcome = await session.rest.peek()?.sendFile(file, (part) => change(key, { part }));
    if (outcome === 'done') {
      remove(upload);
      announcer.say(words.t('file.sent', { name }));
    } else {
      change(key, { state: 'failed' });
      announcer.alert(words.t('file.failed', { name }));
    }
  }

  return {
    list,
    mostBytes: MOST_BYTES,
    add(files) {
      for (const file of files) {
        const upload: Upload = {
          key: `upload-${++last}`,
          file,
          name: cleanLine(file.name, 255) || words.t('file.unnamed'),
          part: 0,
          state: problemOf(file) ?? 'sending',
        };
        list.value = [...list.value, upload];
        if (upload.state === 'sending') void send(upload);
      }
    },
    retry: (upload) => void send(upload),
    remove,
  };
}

/** What the service would refuse is not sent at all. */
function problemOf({ name, size }: OutgoingFile): UploadState | undefined {
  if (size === 0) return 'empty';
  if (size > MOST_BYTES) return 'too-large';
  return PROGRAM.test(name) ? 'program' : undefined;
}
