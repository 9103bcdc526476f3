import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import busboy from 'busboy';
import type { Form } from '../core/index';

export const isMultipart = ({ headers }: IncomingMessage) =>
  /^multipart\/form-data\b/i.test(headers['content-type'] ?? '');

/** Takes a form apart. A file is read to one byte more than the limit: enough to be told from one that fits. */
export function readForm(request: IncomingMessage, fileBytes: number): Promise<Form | undefined> {
  const fields = new Map<string, string>();
  const files = new Map<string, Form['files'] extends ReadonlyMap<string, infer U> ? U : never>();
  return new Promise((resolve) => {
    let parser: busboy.Busboy;
    try {
      parser = busboy({
        headers: request.headers,
        defParamCharset: 'utf8',
        limits: { files: 1, fileSize: fileBytes + 1, fields: 20, fieldSize: 64 * 1024, parts: 30 },
      });
    } catch {
      // No boundary, for one.
      request.resume();
      resolve(undefined);
      return;
    }
    parser.on('field', (name, value) => fields.set(name, value));
    parser.on('file', (name, stream, { filename, mimeType }) => {
      void collect(stream).then((bytes) => {
        files.set(name, { name: filename ?? '', contentType: mimeType, bytes });
      });
    });
    parser.on('close', () => resolve({ fields, files }));
    parser.on('error', () => {
      request.unpipe(parser);
      request.resume();
      resolve(undefined);
    });
    request.pipe(parser);
  });
}

function collect(stream: Readable): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  return new Promise((resolve) => {
    stream.on('data', (part: Buffer) => parts.push(part));
    stream.on('close', () => resolve(Buffer.concat(parts)));
  });
}
