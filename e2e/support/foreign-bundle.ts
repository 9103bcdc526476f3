import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** The library as one classic script, as a page of today would bundle it. Nothing in it is changed. */
export async function bundleChatSdk(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    define: { global: 'globalThis', 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      lib: {
        entry: fileURLToPath(import.meta.resolve('@livechat/chat-sdk')),
        formats: ['iife'],
        name: 'ChatSDK',
        fileName: 'chat-sdk',
      },
    },
  });
  const [output] = [result].flat();
  const [chunk] = output && 'output' in output ? output.output : [];
  if (chunk?.type !== 'chunk') throw new Error('The library was not bundled');
  return chunk.code;
}
