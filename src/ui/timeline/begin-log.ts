import type { LogWork } from '../content/parts-contract';
import type { Ui } from '../ui-context';
import { addCustoms } from './add-customs';
import { followCopy } from './copy';
import { divide } from './divide';
import { foldNotes } from './fold-notes';
import { sayEdits } from './say-edits';
import { sayWelcome } from './say-welcome';
import { createUnseen } from './unseen';

/** What goes beyond single messages: what stands between them, what only the page around knows, copies of several, edits. */
export function beginLog(ui: Ui): LogWork {
  const unseen = createUnseen(ui);
  const stopCopying = followCopy(ui);
  const stopSaying = [sayEdits(ui), sayWelcome(ui)];
  return {
    shape: (items) => divide(addCustoms(foldNotes(items), ui), unseen.first.value, ui.words),
    markFirstUnseen: unseen.mark,
    stop() {
      unseen.stop();
      stopCopying();
      for (const stop of stopSaying) stop();
    },
  };
}
