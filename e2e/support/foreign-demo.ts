import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeCertificate } from '../../test/support/foreign-certificate';
import { startDemo } from './demo';

export interface NamedDemo {
  readonly url: string;
  readonly port: string;
  stop(): Promise<void>;
}

/** The demo behind TLS, with a certificate for the names that clients of the service have built in. */
export async function startNamedDemo(hosts: readonly string[], scriptedAgent = false): Promise<NamedDemo> {
  const folder = await mkdtemp(join(tmpdir(), 'natter-tls-'));
  const { key, cert } = await makeCertificate([...hosts, 'localhost']);
  const [keyFile, certFile] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  await Promise.all([writeFile(keyFile, key, { mode: 0o600 }), writeFile(certFile, cert)]);
  const demo = await startDemo({ scriptedAgent, flags: ['--tls-key', keyFile, '--tls-cert', certFile] });
  return {
    url: demo.url,
    port: new URL(demo.url).port,
    async stop() {
      await demo.stop();
      await rm(folder, { recursive: true });
    },
  };
}
