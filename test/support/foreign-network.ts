import tls, { type ConnectionOptions, type TLSSocket } from 'node:tls';

/**
 * In this process the host is the sandbox: another address and port, the same name in the certificate, and one more
 * authority to believe. What a client does between the name and the wire stays as it is. The answer takes it back.
 */
export function reachInstead(hosts: readonly string[], port: number, ca: string): () => void {
  const connect = tls.connect;
  const rerouted = (...given: readonly unknown[]): TLSSocket => {
    const [first, ...rest] = given;
    if (typeof first !== 'object' || first === null) throw new Error('An unusual way to connect');
    const options = first as ConnectionOptions;
    const name = options.servername || options.host || '';
    if (!hosts.includes(name)) throw new Error(`Nothing here may reach ${name}`);
    const local = { ...options, host: '127.0.0.1', port, servername: name, ca };
    return Reflect.apply(connect, tls, [local, ...rest]);
  };
  tls.connect = rerouted as typeof tls.connect;
  return () => {
    tls.connect = connect;
  };
}
