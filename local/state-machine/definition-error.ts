/** A definition that the interpreter does not understand whole. It names the state and the field, and nothing has run. */
export class StateMachineDefinitionError extends Error {
  override readonly name = 'StateMachineDefinitionError';

  constructor(place: string, problem: string, options?: ErrorOptions) {
    super(place === '' ? problem : `${place}: ${problem}`, options);
  }
}
