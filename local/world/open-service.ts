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
  readonly url: string;
  readonly token: string;
  readonly close: () => Promise<void>;
}

export async function openService(emulator: RunningEmulator, dialect: Dialect, journal: Journal): Promise<OpenService> {
  try {
    const { call, replay } = rememberingService(emulator.forward, dialect, journal);
    await replay(journal.lines.filter((line) => isCallOf(dialect.service, line)));
    const token = `simulated-${randomUUID()}`;
    const gateway = await openGateway(call, token, dialect.unauthorised);
    const close = async () => {
      await gateway.close();
      await emulator.close();
    };
    return { call, url: gateway.url, token, close };
  } catch (error) {
    await emulator.close();
    throw error;
  }
}

function isCallOf(service: Dialect['service'], line: Journal['lines'][number]): line is JournalCall {
  return line.kind === 'call' && line.service === service;
}
