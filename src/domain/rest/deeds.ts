import type { EventId, Greeting } from '../types';

/** What a page around may want to count: done by the visitor, or shown to them. Each is told once, and without content. */
export type Deed =
  | { readonly kind: 'greeting-received'; readonly greeting: Greeting; readonly at: number }
  /** Long enough in view to be read. */
  | { readonly kind: 'greeting-displayed'; readonly greeting: Greeting }
  /** Put away, or replaced. Not where it led to a chat. */
  | { readonly kind: 'greeting-hidden'; readonly greeting: Greeting }
  /** A greeting is no event yet, so there it has no id. */
  | {
      readonly kind: 'button-pressed';
      readonly eventId: EventId | undefined;
      readonly postbackId: string;
      readonly greeting?: Greeting;
    }
  | { readonly kind: 'form-submitted'; readonly form: 'prechat' | 'postchat' | 'ticket' }
  | { readonly kind: 'rated'; readonly score: 'good' | 'bad' | 'none' };

export type TellDeed = (deed: Deed) => void;
