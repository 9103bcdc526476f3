import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** The library as one classic script, as a page of today would bundle it. Nothing in it is changed. */
export const bundleChatSdk = () => bundle(fileURLToPath(import.meta.resolve('@livechat/chat-sdk')), 'ChatSDK');

/** Our smallest app around one of LiveChat's adapters, and nothing of that changed. */
export const bundleAdapterApp = (name: string) =>
  bundle(fileURLToPath(new URL(`../adapters/${name}.ts`, import.meta.url)), 'adapterApp');

/** LiveChat's SDK for pages that are opened in the window: `MomentsSDK.default` makes one. */
export const bundleMomentsSdk = () => bundle(fileURLToPath(import.meta.resolve('@livechat/moments-sdk')), 'MomentsSDK');

async function bundle(entry: string, name: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    define: { global: 'globalThis', 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      lib: {
        entry,
        formats: ['iife'],
        name,
        fileName: 'bundle',
      },
    },
  });
  const [output] = [result].flat();
  const [chunk] = output && 'output' in output ? output.output : [];
  if (chunk?.type !== 'chunk') throw new Error('The library was not bundled');
  return chunk.code;
}
