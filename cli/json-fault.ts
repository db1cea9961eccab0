import { positionOfFault } from '../adapters/json-fault.ts';

/** The line, counted from 1, that a message of JSON.parse is about. */
export function lineOfFault(message: string, text: string): number {
  return text.slice(0, positionOfFault(message, text)).split('\n').length;
}
