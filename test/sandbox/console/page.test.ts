// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { readAgents, rememberAgent, rememberedAgent, rtmUrl } from '../../../src/sandbox/console/page';
import { safeLink } from '../../../src/sandbox/console/safe-link';

function pageWith(json: string): Document {
  const page = document.implementation.createHTMLDocument();
  const script = page.createElement('script');
  script.type = 'application/json';
  script.id = 'sandbox-agents';
  script.textContent = json;
  page.head.append(script);
  return page;
}

it('reads the agents that the server wrote into the page', () => {
  const mara = { id: 'mara@shop.example', name: 'Mara Okafor', jobTitle: 'Advisor', token: 't' };
  expect(readAgents(pageWith(JSON.stringify([mara, { id: 'no token' }, null])))).toEqual([mara]);
});

it('has no agents when the page has none, or none that can be read', () => {
  expect(readAgents(document.implementation.createHTMLDocument())).toEqual([]);
  expect(readAgents(pageWith('{oops'))).toEqual([]);
});

it('calls the host that the page came from, safely if the page did', () => {
  expect(rtmUrl({ protocol: 'http:', host: 'localhost:4173' })).toBe('ws://localhost:4173/v3.6/agent/rtm/ws');
  expect(rtmUrl({ protocol: 'https:', host: 'chat.example' })).toBe('wss://chat.example/v3.6/agent/rtm/ws');
});

it('lives without storage', () => {
  const refused = () => {
    throw new Error('refused');
  };
  expect(() => rememberAgent(refused, 'mara')).not.toThrow();
  expect(rememberedAgent(refused)).toBeUndefined();
});

it('makes links of web addresses only', () => {
  expect(safeLink('https://shop.example/a b')).toBe('https://shop.example/a%20b');
  const script = ['javascript', 'alert(1)'].join(':');
  for (const raw of [script, 'data:text/html,x', ' jAvAsCrIpT:x', '/relative', '']) {
    expect(safeLink(raw)).toBeUndefined();
  }
});
