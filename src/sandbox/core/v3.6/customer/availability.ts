import type { FormType } from '../../forms/form';
import type { Action } from '../../side';
import { findUrlInfo } from '../../url-info';
import type { CustomerViewer } from '../../viewer';
import { groupStatus } from '../statuses';
import { predictAgent } from './predicted';

type CustomerAction = Action<CustomerViewer>;

export const listGroupStatuses: CustomerAction = {
  run({ world, fields }) {
    const all = fields.optionalBoolean('all') ?? false;
    const wanted = fields.integers('group_ids');
    if (!all && !wanted) return fields.fail('group_ids', 'is required');
    const groups = world.settings.groups.filter(({ id }) => all || wanted?.includes(id));
    const statuses = groups.map((group) => [
      group.id,
      groupStatus(world.roster.groupStatus(group), world.roster.isForQueue(group.id)),
    ]);
    return { groups_status: Object.fromEntries(statuses) };
  },
};

const FORM_TYPES: readonly FormType[] = ['prechat', 'postchat', 'ticket'];

export const getForm: CustomerAction = {
  run({ world, fields }) {
    const groupId = fields.integer('group_id');
    const type = fields.oneOf('type', FORM_TYPES) ?? fields.fail('type', 'is required');
    const form = world.forms.find(groupId, type);
    return form ? { enabled: true, form } : { enabled: false };
  },
};

export const getPredictedAgent: CustomerAction = {
  run({ world, viewer, fields }) {
    const { agent, queue } = predictAgent(world, viewer, fields.optionalInteger('group_id'));
    return { agent, queue };
  },
};

export const requestWelcomeMessage: CustomerAction = {
  run({ world, viewer, fields }) {
    const previousId = fields.optionalString('id');
    const { agentId, isBot, agent, queue } = predictAgent(world, viewer, fields.optionalInteger('group_id'));
    const id = world.welcomes.request(viewer.customerId, agentId, previousId);
    return { id, predicted_agent: { ...agent, ...(isBot && { bot_type: 'chatbot' }) }, queue };
  },
};

/** Of a page that is not known there is nothing to say but its address. */
export const getUrlInfo: CustomerAction = {
  run({ world, fields }) {
    const url = fields.string('url');
    if (!/^https?:\/\/\S+$/.test(url)) fields.fail('url', 'must be a URL');
    const info = findUrlInfo(world.settings.urls, url);
    if (!info) return { url };
    const { title, description, imageUrl, imageOriginalUrl, imageWidth, imageHeight } = info;
    return {
      url,
      title,
      ...(description !== undefined && { description }),
      ...(imageUrl !== undefined && { image_url: imageUrl }),
      ...(imageOriginalUrl !== undefined && { image_original_url: imageOriginalUrl }),
      ...(imageWidth !== undefined && { image_width: imageWidth }),
      ...(imageHeight !== undefined && { image_height: imageHeight }),
    };
  },
};
