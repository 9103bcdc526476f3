import { effect } from '@preact/signals-core';
import type { SessionRest } from '../../domain';
import type { Rest } from '../rest-contract';
import type { Ui } from '../ui-context';

/** The customer's photo beside what they wrote, once it is known that it can be had: without one nothing makes room for it. */
export function showOwnPhoto({ session }: Ui, { rules }: SessionRest, { ownPhoto, safeUrl }: Rest): () => void {
  let asked: HTMLImageElement | undefined;

  const stop = effect(() => {
    const url = rules.value.showsOwnPhoto ? session.users.me.value?.avatarUrl : undefined;
    const safe = url && safeUrl(url, 'image');
    asked = undefined;
    ownPhoto.value = undefined;
    if (!safe) return;
    const image = new Image();
    asked = image;
    image.referrerPolicy = 'no-referrer';
    image.onload = () => {
      if (asked === image) ownPhoto.value = url;
    };
    image.src = safe.href;
  });
  return () => {
    stop();
    asked = undefined;
    ownPhoto.value = undefined;
  };
}
