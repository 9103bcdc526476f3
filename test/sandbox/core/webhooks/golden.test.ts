import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Frame } from '../../../support/sandbox-peer';
import { webhookStage } from '../../../support/webhook-stage';
import { control, playWebhookDay } from '../../../support/webhook-story';

/** Bodies that neither side wrote, against what is posted: the same keys, no more and no less. */

const KINDS = { string: 'text', number: 'number', boolean: 'yes or no' } as Record<string, string>;

/** The ones of a body by name, and how each looks down to the second level. */
function outline(value: Frame, levels: number): unknown {
  if (Array.isArray(value)) return 'list';
  if (typeof value !== 'object' || value === null) return KINDS[typeof value] ?? String(value);
  if (levels === 0) return 'object';
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, outline(item, levels - 1)]));
}

/** A chat, a user and an event are the same in pushes, and are looked at there. Ours may have other properties. */
function outlineOfBody(body: Frame): unknown {
  const { additional_data: _, ...rest } = body;
  return { ...(outline(rest, 2) as object), additional_data: 'object' };
}

function samples(version: string) {
  const folder = new URL(`../../../fixtures/v${version}/agent/`, import.meta.url);
  return readdirSync(folder)
    .filter((file) => file.startsWith('webhook.'))
    .map((file) => {
      const body: Frame = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
      return [file.replace(/^webhook\.|\.json$/g, ''), body] as const;
    });
}

describe.each(['3.0', '3.6'])('webhooks of v%s', (version) => {
  const stage = webhookStage();
  const all = samples(version);
  for (const action of new Set(all.map(([, { action }]) => String(action)))) {
    const answer = stage.register(action, {}, version);
    if (answer.status !== 200) throw new Error(`${action}: ${JSON.stringify(answer.body)}`);
  }
  playWebhookDay(stage);

  // What the sandbox has no accounts for is announced by hand.
  const announce = (push: string, payload: object) => control(stage, 'announce', { push, payload });
  for (const [, { action, payload, data }] of all) {
    if (/^(?:agent_updated|tag_created)$/.test(action) && version !== '3.0') announce(action, payload);
    if (action === 'agent_deleted') announce(action, { id: data.agent_id });
  }

  it.each(all)('%s is posted as in the fixture', (_name, sample) => {
    const [posted] = stage.bodies(sample.action);
    expect(posted && outlineOfBody(posted)).toEqual(outlineOfBody(sample));
  });
});
