import { requireDeletable, requireWritable } from '../../property-rights';
import type { Action } from '../../side';
import type { CustomerViewer } from '../../viewer';
import { withRights } from '../checked-properties';
import { propertyActions } from '../property-actions';
import { ownChat } from './chats';
import { tellProperties } from './told-properties';

/** The six of them, and only for what customers may write. */
export const ownPropertyActions: readonly (readonly [string, Action<CustomerViewer>])[] = withRights(
  propertyActions<CustomerViewer>(ownChat, tellProperties),
  { requireWritable, requireDeletable },
);
