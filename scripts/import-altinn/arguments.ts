import { parseArgs } from 'node:util';

export interface ImportArguments {
  folder: string;
  json: boolean;
  dryRun: boolean;
  owner: string | undefined;
  /** Name of the owner's payment agreement. */
  agreement: string | undefined;
  /** JSON file with what is written by hand. */
  patch: string | undefined;
}

export const help = `Leser en Altinn-app og lager et utkast til en tjeneste.

  npm run import:altinn -- MAPPE [--owner EIER] [--agreement NAVN] [--with FIL] [--dry-run] [--json]

  MAPPE        mappen som har App i seg, eller App selv
  --owner      eierens organisasjonsnummer, id eller kortnavn (uten: den første eieren i demoen)
  --agreement  navnet på eierens betalingsavtale (uten: den som tar betalt i tjenestens valuta)
  --with       JSON som flettes inn i utkastet: priser, tekster og annet som Altinn ikke har (merge patch)
  --dry-run    bare rapporten, ingen database
  --json       rapporten som JSON på standard ut (npm run -s lar være å skrive sitt eget)

Sluttkoder: 0 importert (eller rapportert), 3 det samme, men noen filer hadde feil, 1 ikke importert, 2 feil bruk.
`;

/** @returns a text that says what is wrong when the arguments cannot be understood; `help` when it was asked for. */
export function readArguments(argv: readonly string[]): ImportArguments | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
        owner: { type: 'string' },
        agreement: { type: 'string' },
        with: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) return help;
    const [folder, ...more] = positionals;
    if (folder === undefined || more.length > 0) return `Oppgi én mappe.\n\n${help}`;
    const { json, owner, agreement } = values;
    return { folder, json, dryRun: values['dry-run'], owner, agreement, patch: values.with };
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}\n\n${help}`;
  }
}
