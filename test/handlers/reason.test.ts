import { expect, it } from 'vitest';
import { reasonOf } from '../../handlers/reason.ts';

it.each(['Dear Mr Secret, your IBAN is DE89', '{"prompt": "secret",}', '{"prompt": Jane has cancer}'])(
  'quotes nothing of what was read as JSON and is none: %s',
  (text) => {
    let fault: unknown;
    try {
      JSON.parse(text);
    } catch (error) {
      fault = error;
    }

    expect(reasonOf(fault).reason).toMatch(/^what was read is no JSON( at position \d+)?$/);
  },
);
