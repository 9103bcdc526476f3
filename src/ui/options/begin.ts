import { effect } from '@preact/signals-core';
import { enOptions } from '../i18n/en-options';
import { addIcons } from '../icons/Icon';
import { optionPaths } from '../icons/option-paths';
import type { Rest } from '../rest-contract';
import type { Ui } from '../ui-context';
import { createErasure } from './erasure';
import { createNotifications } from './notifications';
import { showOwnPhoto } from './own-photo';
import { createOwnWindow } from './own-window';
import { createTelling } from './telling';

/**
 * What only some pages want. In the menu: a window of its own, notifications of the browser, a way to be forgotten. In the log:
 * the customer's photo.
 */
export function beginOptions(ui: Ui): () => void {
  const rest = ui.session.rest.peek();
  if (!rest) return () => {};
  const part = ui.rest.part.peek() as Rest;
  const { moreChoices, DialogFrame } = part;
  ui.words.add(enOptions);
  addIcons(optionPaths);
  const telling = createTelling(ui, DialogFrame);
  const ownWindow = createOwnWindow(ui, rest, telling.tell);
  const notifications = createNotifications(ui, rest, telling.tell);
  const erasure = createErasure(ui, rest);
  const stopPhoto = showOwnPhoto(ui, rest, part);
  const stopChoices = effect(() => {
    moreChoices.value = [...ownWindow.choices.value, ...notifications.choices.value, ...erasure.choices.value];
  });
  return () => {
    stopPhoto();
    stopChoices();
    notifications.stop();
    erasure.stop();
    telling.stop();
    moreChoices.value = [];
  };
}
