/** An error whose message is meant for the person at the terminal: shown alone, without a stack. */
export class StopMessage extends Error {
  override name = 'StopMessage';
}
