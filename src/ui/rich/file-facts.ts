import type { FileEvent } from '../../domain';
import { cleanLine } from '../text/clean-line';

const PICTURES = new Map([
  ['image/png', ['png']],
  ['image/jpeg', ['jpg', 'jpeg', 'jfif']],
  ['image/gif', ['gif']],
  ['image/webp', ['webp']],
  ['image/avif', ['avif']],
  ['image/bmp', ['bmp']],
]);
const PLAYABLE = new Map([
  ['audio/mpeg', ['mp3']],
  ['audio/mp4', ['m4a', 'mp4']],
  ['audio/x-m4a', ['m4a']],
  ['audio/aac', ['aac']],
  ['audio/ogg', ['ogg', 'oga', 'opus']],
  ['audio/webm', ['webm', 'weba']],
  ['audio/wav', ['wav']],
  ['audio/x-wav', ['wav']],
  ['audio/flac', ['flac']],
  ['video/mp4', ['mp4', 'm4v']],
  ['video/webm', ['webm']],
  ['video/ogg', ['ogv', 'ogg']],
  ['video/quicktime', ['mov']],
]);
const LONGEST_NAME = 255;
const LONGEST_EXTENSION = 12;

type NamedType = Pick<FileEvent, 'contentType' | 'name'>;

export interface FileName {
  readonly stem: string;
  /** In lower case, without the dot; empty if there is none. */
  readonly extension: string;
}

/** The extension is what follows the last dot of the name as it is shown, so that no trick of direction hides it. */
export function nameOf(raw: string): FileName {
  const whole = raw.length > 4 * LONGEST_NAME ? `${raw.slice(0, LONGEST_NAME)}…${raw.slice(-LONGEST_NAME)}` : raw;
  const name = cleanLine(whole, 4 * LONGEST_NAME);
  const dot = name.lastIndexOf('.');
  const extension = name.slice(dot + 1);
  const isOne = dot > 0 && extension.length > 0 && extension.length <= LONGEST_EXTENSION && /^\w+$/.test(extension);
  return isOne
    ? { stem: name.slice(0, Math.min(dot, LONGEST_NAME)), extension: extension.toLowerCase() }
    : { stem: name, extension: '' };
}

/** A picture that may be shown as one: its type and its name agree. */
export function isPicture({ contentType, name }: NamedType): boolean {
  return PICTURES.get(contentType)?.includes(nameOf(name).extension) ?? false;
}

/** What may be played, by the same rule. All else is only offered. */
export function playableKind({ contentType, name }: NamedType): 'audio' | 'video' | undefined {
  if (!PLAYABLE.get(contentType)?.includes(nameOf(name).extension)) return undefined;
  return contentType.startsWith('audio/') ? 'audio' : 'video';
}

/** What kind of thing it is, in words. */
export function kindOf(contentType: string): 'image' | 'audio' | 'video' | 'text' | 'other' {
  const [kind] = contentType.split('/', 1);
  return kind === 'image' || kind === 'audio' || kind === 'video' || kind === 'text' ? kind : 'other';
}

const MOST_WIDE = 240;
const MOST_HIGH = 280;
const LEAST = 48;

/** The box of a preview: its shape, but never larger than a bubble. Sizes that cannot be are not believed. */
export function boxOf(width: number | undefined, height: number | undefined): readonly [number, number] {
  if (!isLength(width) || !isLength(height)) return [MOST_WIDE, 180];
  const scale = Math.min(1, MOST_WIDE / width, MOST_HIGH / height);
  return [Math.max(LEAST, Math.round(width * scale)), Math.max(LEAST, Math.round(height * scale))];
}

function isLength(value: number | undefined): value is number {
  return value !== undefined && Number.isInteger(value) && value >= 1 && value <= 10_000;
}
