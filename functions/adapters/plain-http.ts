/** One request and its whole answer over node:http: in a fresh process the first fetch takes some forty milliseconds more. */
import { request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';

export interface PlainRequest {
  headers: Readonly<Record<string, string>>;
  /** With a body it is a POST. */
  body?: string;
  timeoutMs: number;
}

export interface PlainAnswer {
  status: number;
  headers: { get(name: string): string | null };
  text: string;
}

export type Send = (address: string, request: PlainRequest) => Promise<PlainAnswer>;

/** Rejects when no whole answer came; connections are kept for the next request. */
export const send: Send = (address, { headers, body, timeoutMs }) =>
  new Promise((resolve, reject) => {
    const over = address.startsWith('https:') ? overHttps : overHttp;
    const request = over(address, { method: body === undefined ? 'GET' : 'POST', headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', fail);
      response.on('end', () => {
        clearTimeout(timer);
        const { statusCode: status = 0, headers: all } = response;
        const get = (name: string): string | null => all[name]?.toString() ?? null;
        resolve({ status, headers: { get }, text: Buffer.concat(chunks).toString('utf8') });
      });
    });
    const fail = (error: Error): void => {
      clearTimeout(timer);
      reject(error);
    };
    const timer = setTimeout(() => {
      request.destroy(Object.assign(new Error('no answer in time'), { code: 'ETIMEDOUT' }));
    }, timeoutMs);
    request.on('error', fail);
    request.end(body);
  });
