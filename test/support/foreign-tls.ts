import { type RunningSandbox, startSandbox } from '../../src/sandbox/server/index';
import { makeCertificate } from './foreign-certificate';
import { reachInstead } from './foreign-network';

/** The host that clients of the service have built in. */
export const HOST = 'api.livechatinc.com';

export interface NamedSandbox {
  readonly sandbox: RunningSandbox;
  customerToken(): Promise<string>;
  close(): Promise<void>;
}

/** A sandbox behind TLS, under the name of the service, in this process. */
export async function startUnderItsName(): Promise<NamedSandbox> {
  const certificate = await makeCertificate([HOST]);
  const sandbox = await startSandbox({
    hasScriptedAgent: false,
    tls: certificate,
    settings: { limits: { chatsPerAgent: 1_000 } },
  });
  const release = reachInstead([HOST], sandbox.port, certificate.cert);
  return {
    sandbox,
    customerToken: () => issueToken(sandbox),
    async close() {
      await sandbox.close();
      release();
    },
  };
}

/** The libraries do not do this: tokens come from elsewhere. */
async function issueToken({ organizationId, clientId }: RunningSandbox): Promise<string> {
  const body = { grant_type: 'cookie', response_type: 'token', client_id: clientId, organization_id: organizationId };
  const response = await fetch(`https://${HOST}/v2/customer/token`, { method: 'POST', body: JSON.stringify(body) });
  return ((await response.json()) as { access_token: string }).access_token;
}
