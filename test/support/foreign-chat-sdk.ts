import { createRequire } from 'node:module';
import type { Frame } from './sandbox-peer';

/** As far as its documentation goes; it has no types. */
export interface ChatSdk {
  init(tokens: { readonly access_token?: string; readonly personal_access_token?: string }): void;
  destroy(): void;
  on(push: string, handler: (push: Frame) => void): void;
  once(push: string, handler: (push: Frame) => void): void;
  off(push: string, handler: (push: Frame) => void): void;
  sendMessage(chatId: string, text: string, recipients?: 'all' | 'agents'): Promise<Frame>;
  methodFactory(request: { readonly action: string; readonly payload?: object }): Promise<Frame>;
  getAgentDetails(): Promise<Frame>;
}

type ChatSdkClass = new (config?: { readonly apiVersion?: string; readonly debug?: boolean }) => ChatSdk;

/** The file that `require` finds, as it was published. */
export const PublishedChatSdk = createRequire(import.meta.url)('@livechat/chat-sdk') as ChatSdkClass;

export const once = (sdk: ChatSdk, push: string) =>
  new Promise<Frame>((resolve) => {
    const hear = (frame: Frame) => {
      sdk.off(push, hear);
      resolve(frame);
    };
    sdk.on(push, hear);
  });

/** Logged in. */
export async function initialised(tokens: Parameters<ChatSdk['init']>[0]): Promise<ChatSdk> {
  const sdk = new PublishedChatSdk({});
  const ready = once(sdk, 'ready');
  sdk.init(tokens);
  await ready;
  return sdk;
}
