import type { Rating } from '../session-rest';
import type { Properties } from '../types';
import { propertyOf } from './properties';

/** Namespace `rating` of a thread or a chat. Customer Chat API v3.0 and v3.6. */
export function ratingIn(properties: Properties): Rating {
  const score = propertyOf(properties, 'rating', 'score');
  const comment = propertyOf(properties, 'rating', 'comment');
  return {
    score: score === 1 ? 'good' : score === 0 ? 'bad' : undefined,
    comment: typeof comment === 'string' ? comment : undefined,
  };
}
