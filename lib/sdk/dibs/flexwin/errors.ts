import { DibsError, type DibsErrorDetails } from '../errors.ts';

/** DECLINED or FAILED; `reason` says why, and the `outcome` whether it may have been carried out all the same. */
export class FlexWinRefusedError extends DibsError {
  static override readonly code = 'FLEXWIN_REFUSED';
  override name = 'FlexWinRefusedError';
  /** A published code, e.g. 7 for «amount too high»; undefined when none came. */
  readonly reason: number | undefined;
  /** The provider's own word on what was wrong; comes with reason 8. */
  readonly detail: string | undefined;

  constructor(
    refusal: { reason: number | undefined; text: string; detail: string | undefined },
    details: DibsErrorDetails,
  ) {
    super(`The provider refused: ${refusal.text} (${refusal.reason ?? 'no reason'})`, details);
    this.reason = refusal.reason;
    this.detail = refusal.detail;
  }
}

/** The API user's name or password is wrong, or it may not do this. */
export class FlexWinLoginError extends DibsError {
  static override readonly code = 'FLEXWIN_LOGIN';
  override name = 'FlexWinLoginError';
}
