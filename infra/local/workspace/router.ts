/** Turns a table of "VERB /path/{id}" and handlers into a service. */
import { ApiError, type ApiRequest, type ApiResponse } from './api.ts';

/** `params` are the values of the path's placeholders, decoded, in order. */
export type Handler<R> = (request: ApiRequest, ...params: string[]) => R;

export interface Routes<R> {
  [verbAndPath: string]: Handler<R>;
}

export function createRouter<R>(routes: Routes<R>): (request: ApiRequest) => R | undefined {
  const table = Object.entries(routes).map(([verbAndPath, handle]) => {
    const [verb = '', path = ''] = verbAndPath.split(' ');
    return { verb, pattern: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '([^/:]+)')}$`), handle };
  });
  return (request) => {
    for (const { verb, pattern, handle } of table) {
      const match = verb === request.method ? pattern.exec(request.path) : null;
      if (match) return handle(request, ...match.slice(1).map(decode));
    }
    return undefined;
  };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new ApiError(400, `Invalid Value: ${text}`);
  }
}

export function ok(body: unknown): ApiResponse {
  return { status: 200, body };
}

export const noContent: ApiResponse = { status: 204, body: '' };
