import { describe, expect, expectTypeOf, it } from 'vitest';
import * as core from '../../src/host/entries/core';
import { NatterChatElement } from '../../src/host/entries/element';
import * as headless from '../../src/host/entries/headless';
import * as preact from '../../src/host/entries/preact';
import * as react from '../../src/host/entries/react';

/** In Node, so without a window: all of this is what a server sees. */
describe('importing does nothing, also on a server', () => {
  it('has the names of LiveChat’s core package', async () => {
    const theirs = await import('@livechat/widget-core');
    expect(Object.keys(core).sort()).toEqual(Object.keys(theirs).sort());
  });

  it.each([
    ['React', react],
    ['Preact', preact],
  ])('has the names of LiveChat’s adapter for React, for %s', (_, ours) => {
    expect(Object.keys(ours).sort()).toEqual([
      'LiveChatWidget',
      'TextWidget',
      'useWidgetChatData',
      'useWidgetCustomerData',
      'useWidgetGreeting',
      'useWidgetIsReady',
      'useWidgetState',
    ]);
  });

  it('an element can be defined where there are no elements, and asking for data or a chat says why not', async () => {
    expect(NatterChatElement.observedAttributes).toContain('organization-id');
    expect(() => core.getData('state')).toThrow(/LiveChatWidget/);
    await expect(headless.openChat({ organizationId: 'somebody' })).rejects.toThrow(/only in a browser/);
    await expect(headless.openChat({})).rejects.toThrow(/organizationId or licenseId/);
  });
});

it('types say what can be', () => {
  const ask = () => core.getData('chat');
  expectTypeOf(ask).returns.toEqualTypeOf<core.ChatData>();
  expectTypeOf(react.useWidgetIsReady).returns.toEqualTypeOf<boolean>();
  expectTypeOf(react.useWidgetState).returns.toEqualTypeOf<core.WidgetState | null>();
  expectTypeOf(preact.LiveChatWidget).parameter(0).toEqualTypeOf<core.WidgetConfig>();
  expectTypeOf<core.EventHandlerPayload<'onRatingSubmitted'>>().toEqualTypeOf<'good' | 'bad' | 'none'>();
  expectTypeOf<headless.TimelineItem['kind']>().toEqualTypeOf<'message' | 'content' | 'system' | 'day'>();
  // @ts-expect-error: a number, as text, as with LiveChat's own
  const wrong: core.WidgetConfig = { license: 1 };
  // @ts-expect-error: no such state
  const odd: core.WidgetConfig = { license: '1', visibility: 'open' };
  expect([wrong, odd]).toHaveLength(2);
});
