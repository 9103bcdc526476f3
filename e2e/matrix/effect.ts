import type { Cast } from '../../test/matrix/cast';
import type { AgentDesk } from '../support/agent';
import type { Visitor } from '../support/visitor';

/** What a person sees of a row, after its cause. By the id of the row. */
export type WidgetEffects = Readonly<Record<string, (visitor: Visitor, cast: Cast) => Promise<void>>>;
export type ConsoleEffects = Readonly<Record<string, (desk: AgentDesk, cast: Cast) => Promise<void>>>;
