import type { Part } from './fill';

/** A phrase with each of its values isolated, so that an Arabic name does not turn an English sentence round. */
export function Phrase({ parts }: { readonly parts: readonly Part[] }) {
  return parts.map((part) => (typeof part === 'string' ? part : <bdi>{part.value}</bdi>));
}
