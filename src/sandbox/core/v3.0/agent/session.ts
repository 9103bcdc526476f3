import { Fields } from '../../fields';
import type { Login } from '../../side';
import { login as today } from '../../v3.6/agent/session';
import type { AgentViewer } from '../../viewer';
import * as forAgents from '../for-agents';
import { summaries } from './reading';

/** Nobody was asked what they want to hear: agents hear of everybody on the site. */
export const login: Login<AgentViewer> = {
  identify: (world, fields, version) => ({
    ...today.identify(world, withTodaysNames(fields), version),
    monitoring: 'online',
  }),

  welcome(call) {
    const { world, viewer } = call;
    const answer = today.welcome({ ...call, fields: withTodaysNames(call.fields) }) as Welcome;
    const { organization_id: _, ...license } = answer.license;
    const member = { id: viewer.agentId, type: 'agent', present: true, visibility: 'all' } as const;
    const { permission } = answer.my_profile;
    return {
      license,
      my_profile: { ...forAgents.user(world, member), permission },
      chats_summary: summaries(world, viewer, answer.chats_summary),
    };
  },
};

/** What we use of today's answer. */
interface Welcome {
  readonly license: { readonly [field: string]: unknown };
  readonly my_profile: { readonly permission?: unknown };
  readonly chats_summary: readonly { readonly id: string }[];
}

const withTodaysNames = ({ value, path }: Fields): Fields => {
  const { away: _, customer_monitoring_level: __, pushes: ___, ...known } = value;
  return new Fields(known, path);
};
