import { randomUUID } from 'node:crypto';
import type { Answer, Call } from './call.ts';
import type { Dialect } from './dialect.ts';
import type { RunningEmulator } from './emulator.ts';
import { openGateway } from './gateway.ts';
import type { Journal, JournalCall } from './journal.ts';
import { rememberingService } from './service.ts';

/** A simulated service, brought up to date and open to clients that have the token. */
export interface OpenService {
  readonly call: (call: Call) => Promise<Answer>;
  /** Past what stands before the emulator: as people see the service, not as the app does. */
  readonly behind: (call: Call) => Promise<Answer>;
  readonly url: string;
  readonly token: string;
  readonly close: () => Promise<void>;
}

/** What stands before an emulator: refuses what the real service refuses, and answers what the emulator cannot. */
export interface Front {
  readonly call: (call: Call, next: (call: Call) => Promise<Answer>) => Promise<Answer>;
  /** Whether an address is enough by itself, as one that nobody can guess. */
  readonly isOpen: (path: string) => boolean;
}

const noFront: Front = { call: (call, next) => next(call), isOpen: () => false };

export async function openService(
  emulator: RunningEmulator,
  dialect: Dialect,
  journal: Journal,
  front: Front = noFront,
): Promise<OpenService> {
  try {
    const { call: remembering, replay } = rememberingService(emulator.forward, dialect, journal);
    const call = (asked: Call) => front.call(asked, remembering);
    await replay(journal.lines.filter((line) => isCallOf(dialect.service, line)));
    const token = `simulated-${randomUUID()}`;
    const gateway = await openGateway(call, { token, unauthorised: dialect.unauthorised, isOpen: front.isOpen });
    const close = async () => {
      await gateway.close();
      await emulator.close();
    };
    return { call, behind: remembering, url: gateway.url, token, close };
  } catch (error) {
    await emulator.close();
    throw error;
  }
}

function isCallOf(service: Dialect['service'], line: Journal['lines'][number]): line is JournalCall {
  return line.kind === 'call' && line.service === service;
}
