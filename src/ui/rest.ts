import { createAnnouncer } from './announcer/announcer';
import { follow } from './announcer/follow';
import { roomFor } from './composer/length';
import { isClosed, placeholderFor } from './composer/placeholder';
import { RoomHint } from './composer/RoomHint';
import { StartAgain } from './composer/StartAgain';
import { OptionsMenu } from './header/OptionsMenu';
import { Photo } from './header/Photo';
import { enRest } from './i18n/en-rest';
import { addIcons } from './icons/Icon';
import { restPaths } from './icons/rest-paths';
import type { Rest } from './rest-contract';
import { TextBody } from './text/TextBody';
import { createAnchor } from './timeline/anchor';
import { foldNotes } from './timeline/fold-notes';
import { HistoryEdge } from './timeline/HistoryEdge';
import { createHistory } from './timeline/history';
import { LogNote } from './timeline/LogNote';
import { NewMessages } from './timeline/NewMessages';
import { RefusalReason } from './timeline/RefusalReason';
import { SystemText } from './timeline/SystemText';
import { TimeAside } from './timeline/TimeAside';
import { TypingIndicator } from './timeline/TypingIndicator';
import { Undelivered } from './timeline/Undelivered';
import { Welcome } from './timeline/Welcome';
import { createWalk } from './timeline/walk';
import type { Ui } from './ui-context';
import { ConfirmEnd } from './window/ConfirmEnd';
import { ConnectionNotice } from './window/ConnectionNotice';
import { Crash } from './window/Crash';
import { hushTips } from './window/escape';
import { followToday } from './window/today';

export { restStyles } from './theme/rest-styles';

/** Begins what the window does besides showing and sending. */
export function beginRest(ui: Ui): Rest {
  ui.words.add(enRest);
  addIcons(restPaths);
  ui.scroll.hold(createAnchor());
  const announcer = createAnnouncer(ui.clock, ui.regions);
  const walk = createWalk(ui);
  const history = createHistory(ui, announcer);
  const stopFollowing = follow({ ...ui, announcer, walk });
  const stopToday = followToday(ui);
  return {
    announcer,
    walk,
    foldNotes,
    placeholderFor,
    isClosed,
    roomFor,
    hushTips,
    loadOlder: history.loadOlder,
    ConfirmEnd,
    ConnectionNotice,
    Crash,
    HistoryEdge,
    LogNote,
    NewMessages,
    OptionsMenu,
    Photo,
    RefusalReason,
    RoomHint,
    StartAgain,
    SystemText,
    TextBody,
    TimeAside,
    TypingIndicator,
    Undelivered,
    Welcome,
    stop() {
      stopFollowing();
      stopToday();
      history.stop();
      walk.stop();
      announcer.stop();
    },
  };
}
