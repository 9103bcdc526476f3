import { describe, expect, it } from 'vitest';
import { parseCommand } from '../../../src/sandbox/server/command';

const parse = (line: string, environment = {}) => parseCommand(line.split(' ').filter(Boolean), environment);

describe('the command line', () => {
  it('starts a sandbox on any free port of this machine', () => {
    expect(parse('sandbox')).toEqual({
      name: 'sandbox',
      options: { port: 0, host: '127.0.0.1', hasScriptedAgent: true, trustedDomains: [] },
    });
    expect(parse('sandbox --port 8080 --host 0.0.0.0 --data a.log --no-scripted-agent')).toEqual({
      name: 'sandbox',
      options: { port: 8080, host: '0.0.0.0', dataFile: 'a.log', hasScriptedAgent: false, trustedDomains: [] },
    });
    expect(parse('demo --tls-key a.pem --tls-cert b.pem')).toMatchObject({
      options: { tls: { keyFile: 'a.pem', certFile: 'b.pem' } },
    });
    expect(parse('demo --trusted-domain Shop.example --trusted-domain b.test')).toMatchObject({
      options: { trustedDomains: ['shop.example', 'b.test'] },
    });
    expect(parse('sandbox --port=0')).toMatchObject({ options: { port: 0 } });
  });

  it('starts the demo where the environment says, or on 4173', () => {
    expect(parse('demo')).toMatchObject({ name: 'demo', options: { port: 4173, isStrict: false } });
    expect(parse('demo', { PORT: '5000' })).toMatchObject({ options: { port: 5000 } });
    expect(parse('demo', { PORT: '' })).toMatchObject({ options: { port: 4173 } });
    expect(parse('demo --port 6000 --strict-port', { PORT: '5000' })).toMatchObject({
      options: { port: 6000, isStrict: true },
    });
  });

  it('explains itself', () => {
    expect(parse('--help')).toEqual({ name: 'help' });
    expect(parse('demo -h')).toEqual({ name: 'help' });
    expect(parse('--version')).toEqual({ name: 'version' });
  });

  it.each([
    ['', /no command given/],
    ['foo', /unknown command "foo"/],
    ['sandbox extra', /unexpected argument "extra"/],
    ['sandbox --port', /--port/],
    ['sandbox --port abc', /--port must be a number from 0 to 65535, not "abc"/],
    ['sandbox --port 99999', /not "99999"/],
    ['sandbox --port -1', /--port/],
    ['sandbox --port 1.5', /not "1.5"/],
    ['sandbox --port 0x50', /not "0x50"/],
    ['sandbox --port=', /not ""/],
    ['sandbox --data', /--data/],
    ['sandbox --data=', /--data needs a value/],
    ['sandbox --host=', /--host needs a value/],
    ['sandbox --colour', /--colour/],
    ['demo --trusted-domain a.test;script-src', /must be the name of a host/],
    ['sandbox --no-scripted-agent=yes', /--no-scripted-agent/],
    ['sandbox --strict-port', /for natter demo only/],
    ['sandbox --tls-key a.pem', /go together/],
    ['demo --tls-cert b.pem', /go together/],
    ['demo --port 65536', /not "65536"/],
  ])('refuses "%s" in one line', (line, expected) => {
    const command = parse(line);
    expect(command).toMatchObject({ name: 'wrong', message: expect.stringMatching(expected) });
    expect('message' in command && command.message).not.toContain('\n');
  });

  it('refuses a PORT that is none', () => {
    expect(parse('demo', { PORT: 'http' })).toMatchObject({
      name: 'wrong',
      message: expect.stringContaining('PORT must be'),
    });
  });
});
