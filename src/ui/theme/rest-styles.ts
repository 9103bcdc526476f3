import gifts from '../composer/gifts.css?inline';
import room from '../composer/room.css?inline';
import awaited from '../content/awaited.css?inline';
import photo from '../header/photo.css?inline';
import around from '../timeline/around.css?inline';
import welcome from '../timeline/welcome.css?inline';
import layers from '../window/layers.css?inline';
import notice from '../window/notice.css?inline';
import accent from './accent.css?inline';
import aids from './aids.css?inline';
import controls from './controls.css?inline';

/** The aids are last: whoever needs them needs them everywhere. */
export const restStyles = [accent, controls, notice, layers, around, welcome, photo, room, gifts, awaited, aids].join(
  '',
);
