/** What a failure is about, as data: `views/failure.ts` has the sentences, `main.ts` the exit codes. */
export type Facts = Readonly<Record<string, string | number | readonly string[]>>;

/** Something could not be done (exit 1). */
export class Failure extends Error {
  readonly exitCode: number = 1;
  constructor(
    readonly code: string,
    readonly facts: Facts = {},
  ) {
    super(code);
  }
}

/** The command line or a value in it cannot be used (exit 2). */
export class BadInput extends Failure {
  override readonly exitCode = 2;
}

/** The method forbids it; the failure names the rule and the honest way on (exit 3). */
export class Refusal extends Failure {
  override readonly exitCode = 3;
}

/** The person stopped it (exit 130). */
export class Cancelled extends Failure {
  override readonly exitCode = 130;
  constructor(code = 'cancelled', facts: Facts = {}) {
    super(code, facts);
  }
}
