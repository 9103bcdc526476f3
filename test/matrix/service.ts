import type { FileToSend, Version } from './cast';
import type { Json } from './person';

/** Where the service is, and what is asked of it over HTTP. */
export interface Place {
  /** `http://host:port` */
  readonly url: string;
  readonly organizationId: string;
  readonly licenseId: string;
  readonly clientId: string;
}

export function socketUrl({ url, organizationId, licenseId }: Place, version: Version, side: 'agent' | 'customer') {
  const account = version === '3.0' ? `license_id=${licenseId}` : `organization_id=${organizationId}`;
  return `${url.replace(/^http/, 'ws')}/v${version}/${side}/rtm/ws?${account}`;
}

export async function newToken({
  url,
  organizationId,
  clientId,
}: Place): Promise<{ text: string; customerId: string }> {
  const answer = await post(`${url}/v2/customer/token`, {
    grant_type: 'cookie',
    response_type: 'token',
    client_id: clientId,
    organization_id: organizationId,
  });
  return { text: answer.access_token, customerId: answer.entity_id };
}

export const control = ({ url }: Place, name: string, payload: object) =>
  post(`${url}/sandbox/control/${name}`, payload);

/** v3.0: one call uploads and says it in the chat. v3.6: it is uploaded, and its address is what is said. */
export async function upload(
  place: Place,
  version: Version,
  by: Sender,
  file: FileToSend,
): Promise<string | undefined> {
  const form = new FormData();
  const blob = new File([file.bytes], file.name, { type: file.type });
  if (version === '3.0') form.set('payload.chat_id', by.chatId);
  form.set(version === '3.0' ? 'payload.file' : 'file', blob);
  const account = version === '3.0' ? `license_id=${place.licenseId}` : `organization_id=${place.organizationId}`;
  const action = version === '3.0' ? 'send_file' : 'upload_file';
  const response = await fetch(`${place.url}/v${version}/${by.side}/action/${action}?${account}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${by.token}` },
    body: form,
  });
  if (!response.ok) throw new Error(`${action}: ${response.status} ${await response.text()}`);
  const answer: Json = await response.json();
  return answer.url;
}

interface Sender {
  readonly side: 'agent' | 'customer';
  readonly token: string;
  readonly chatId: string;
}

async function post(url: string, payload: object): Promise<Json> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(payload),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${url}: ${response.status} ${text}`);
  return text ? JSON.parse(text) : undefined;
}
