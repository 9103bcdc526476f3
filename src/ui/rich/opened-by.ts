import { createContext } from 'preact';
import type { RichMessage } from '../../domain';

/** The message that a button stands in. Undefined: it stands in none, as that of a greeting. */
export const OpenedBy = createContext<RichMessage | undefined>(undefined);
