import type { Rest } from '../rest-contract';
import type { Ui } from '../ui-context';

/** What those need who say something. */
export type Speaker = Pick<Ui, 'session' | 'host' | 'clock' | 'words'> & Pick<Rest, 'announcer' | 'walk'>;
