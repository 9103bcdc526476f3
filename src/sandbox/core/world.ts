import { Roster } from './roster';
import { Turns } from './turns';
import { Visits } from './visits';

/** All that an action may touch: the store and its turns, who of the agents is there, who is on the site. */
export class World extends Turns {
  readonly roster = new Roster(this);
  readonly visits = new Visits(this);
}
