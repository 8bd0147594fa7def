import type { Environment } from '@/lib/db/generated/client.ts';
import { sealContext } from '@/lib/db/sealed-values.ts';
import { pidContext } from '@/lib/identity/people.ts';
import { credentialsContext, registrationContext } from '@/lib/payments/open-agreement.ts';
import { messageSecretContext } from '@/lib/payments/open-attempt.ts';
import { keyContext } from '@/lib/signing/keys.ts';

/** A column whose values are sealed: always, or some of them. */
export interface SealedPlace {
  table: string;
  column: string;
  /** How the sealed text lies in the column: as it is, as a JSON string, or as bytes. */
  form: 'text' | 'json' | 'bytes';
  /** Columns that name the row; with `context` they are all text. */
  key: readonly string[];
  /** What a value of the row with these key columns is bound to. */
  context(...key: string[]): string;
}

/** Every column that holds sealed values; a test compares it with the schema. */
export const sealedPlaces: readonly SealedPlace[] = [
  { table: 'person', column: 'pid_sealed', form: 'text', key: ['id'], context: pidContext },
  ...(
    [
      ['credentials', credentialsContext],
      ['registration', registrationContext],
    ] as const
  ).map(([column, contextOf]) => ({
    table: 'payment_agreement',
    column,
    form: 'text' as const,
    key: ['owner_id', 'environment', 'name'],
    context: (ownerId = '', environment = '', name = '') =>
      contextOf({ ownerId, environment: environment as Environment, name }),
  })),
  {
    table: 'payment_attempt',
    column: 'message_secret',
    form: 'text',
    key: ['id'],
    context: messageSecretContext,
  },
  { table: 'signing_key', column: 'private_jwk', form: 'text', key: ['kid'], context: keyContext },
  ...(['submission.answers', 'submission.fetched', 'payment_attempt.snapshot'] as const).map((place) => {
    const [table = '', column = ''] = place.split('.');
    const context = (id = '') => sealContext(place, id);
    return { table, column, form: 'json' as const, key: ['id'], context };
  }),
  {
    table: 'archive_file',
    column: 'content',
    form: 'bytes',
    key: ['reference', 'name'],
    context: (reference, name) => sealContext('archive_file', `${reference}/${name}`),
  },
];
