/** One Google call from the door to the answer: caller, count, quota, fault, service, fault, answer. */
import { setTimeout as sleep } from 'node:timers/promises';
import { ApiError, type ApiRequest, type ApiResponse } from './api.ts';
import type { createCounts } from './counts.ts';
import type { Fault, Faults } from './faults.ts';
import { type CalledMethod, findMethod } from './methods.ts';
import type { QuotaGate } from './quotas.ts';

export type Service = (request: ApiRequest) => ApiResponse | undefined | Promise<ApiResponse | undefined>;

/** What went over the wire, for whoever checks it. */
export interface Exchange {
  method: string;
  path: string;
  query: URLSearchParams;
  email: string;
  requestBody: unknown;
  status: number;
  responseBody: unknown;
}

export interface GoogleDoor {
  services: readonly Service[];
  counts: ReturnType<typeof createCounts>;
  quotas: QuotaGate;
  faults: Faults;
}

/** The connection is to be cut: the caller never learns what became of the call. */
export const cut = 'cut';

export function isGooglePath(path: string): boolean {
  return /^\/(upload\/)?(v4|drive\/v3|gmail\/v1)(\/|$)/.test(path);
}

export async function answerGoogle(door: GoogleDoor, request: ApiRequest): Promise<ApiResponse | typeof cut> {
  const called = findMethod(request.method, request.path);
  if (called) {
    door.counts.add(called, request.email);
    door.quotas.take(called, request.email);
  }
  const before = await strike(door.faults, called, 'before');
  if (before) return before;
  const response = await callServices(door.services, request);
  return (await strike(door.faults, called, 'after')) ?? response;
}

async function callServices(services: readonly Service[], request: ApiRequest): Promise<ApiResponse> {
  for (const service of services) {
    const response = await service(request);
    if (response) return response;
  }
  throw new ApiError(404, `Method not found: ${request.method} ${request.path}`);
}

async function strike(
  faults: Faults,
  called: CalledMethod | undefined,
  when: 'before' | 'after',
): Promise<ApiResponse | typeof cut | undefined> {
  const fault: Fault | undefined = called && faults.draw(called, when);
  if (!fault) return undefined;
  if (fault.delayMs > 0) await sleep(fault.delayMs);
  if (fault.status === undefined) return undefined;
  if (fault.status === 0) return cut;
  return toErrorResponse(new ApiError(fault.status, `Injected fault (${when}).`));
}

export function toErrorResponse(error: ApiError): ApiResponse {
  return { status: error.status, body: error.toBody() };
}

export const unauthenticated = new ApiError(
  401,
  'Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential.',
);
