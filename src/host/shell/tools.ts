import { cleanUrl } from './clean-url';
import { make } from './dom';
import { createTimer, listen } from './life';
import { complainUnknown } from './report';
import { remember } from './storage';
import { addStyles } from './styles';
import { words } from './words';

/** What all parts of the shell need. The first lends it to the others, so that nothing is fetched twice. */
export const tools = { words, addStyles, cleanUrl, complainUnknown, createTimer, listen, make, remember };
export type Tools = typeof tools;
