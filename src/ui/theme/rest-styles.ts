import room from '../composer/room.css?inline';
import around from '../timeline/around.css?inline';
import layers from '../window/layers.css?inline';
import notice from '../window/notice.css?inline';
import aids from './aids.css?inline';

export const restStyles = [aids, notice, layers, around, room].join('');
