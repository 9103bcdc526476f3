import type { Upload } from '../files/store-file';
import { drawHarbour } from './harbour';
import { type Step, tourSteps } from './steps';

export type { Step } from './steps';

const PRICES = 'Spring tune-up: 39 EUR\nNew chain: 24 EUR\n';

/** What the tour shows. Without a place for its files they are left out. */
export function planTour(upload: (file: Upload) => string | undefined): readonly Step[] {
  return tourSteps({
    picture: upload({ name: 'harbour.png', contentType: 'image/png', bytes: drawHarbour() }),
    document: upload({
      name: 'prices.txt',
      contentType: 'text/plain',
      bytes: Uint8Array.from(PRICES, (letter) => letter.charCodeAt(0)),
    }),
  });
}
