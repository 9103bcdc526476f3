import { createAnnouncer } from './announcer/announcer';
import { follow } from './announcer/follow';
import { RoomHint } from './composer/RoomHint';
import { StartAgain } from './composer/StartAgain';
import { OptionsMenu } from './header/OptionsMenu';
import { enRest } from './i18n/en-rest';
import { systemNoteParts } from './i18n/system-note';
import type { Rest } from './rest-contract';
import { linkify } from './text/linkify';
import { HistoryEdge } from './timeline/HistoryEdge';
import { createHistory } from './timeline/history';
import { LogNote } from './timeline/LogNote';
import { NewMessages } from './timeline/NewMessages';
import { TypingIndicator } from './timeline/TypingIndicator';
import { Undelivered } from './timeline/Undelivered';
import { createWalk } from './timeline/walk';
import type { Ui } from './ui-context';
import { ConfirmEnd } from './window/ConfirmEnd';
import { ConnectionNotice } from './window/ConnectionNotice';

export { restStyles } from './theme/rest-styles';

/** Begins what the window does besides showing and sending. */
export function beginRest(ui: Ui): Rest {
  ui.words.add(enRest);
  const announcer = createAnnouncer(ui.clock, ui.regions);
  const walk = createWalk(ui);
  const history = createHistory(ui, announcer);
  const stopFollowing = follow({ ...ui, announcer, walk, systemNoteParts });
  return {
    announcer,
    walk,
    linkify,
    systemNoteParts,
    loadOlder: history.loadOlder,
    ConfirmEnd,
    ConnectionNotice,
    HistoryEdge,
    LogNote,
    NewMessages,
    OptionsMenu,
    RoomHint,
    StartAgain,
    TypingIndicator,
    Undelivered,
    stop() {
      stopFollowing();
      history.stop();
      walk.stop();
      announcer.stop();
    },
  };
}
