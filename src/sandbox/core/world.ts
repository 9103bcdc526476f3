import { Door } from './door';
import { memoryFiles } from './files/memory-files';
import { Forms } from './forms/forms';
import { GroupSettings } from './group-settings';
import { OrderedFailures } from './ordered-failures';
import type { Deliver, Files } from './ports';
import { Queue } from './queue';
import { Roster } from './roster';
import { Turns, type TurnsOptions } from './turns';
import { Visits } from './visits';
import { CallRate } from './web/rate';
import { Welcomes } from './welcome/welcomes';

export interface WorldOptions extends TurnsOptions {
  /** Default: in memory. */
  readonly files?: Files | undefined;
  /** Default: nobody is ever reached. */
  readonly deliver?: Deliver | undefined;
}

const reachNobody: Deliver = (_url, _body, done) => done(undefined);

/** All that an action may touch: the store and its turns, who of the agents is there, who is on the site. */
export class World extends Turns {
  readonly files: Files;
  readonly deliver: Deliver;
  readonly door = new Door(this);
  readonly orderedFailures = new OrderedFailures();
  readonly roster = new Roster(this);
  readonly visits = new Visits(this);
  readonly callRate = new CallRate(this);
  readonly queue = new Queue(this);
  readonly welcomes = new Welcomes(this);
  readonly forms = new Forms(this);
  readonly groupSettings = new GroupSettings();

  constructor({ files = memoryFiles(), deliver = reachNobody, ...options }: WorldOptions) {
    super(options);
    this.files = files;
    this.deliver = deliver;
  }
}
