import viewer from '../viewer/viewer.css?inline';
import dropZone from './drop-zone.css?inline';
import uploads from './uploads.css?inline';

export const filesStyles = [dropZone, uploads, viewer].join('');
