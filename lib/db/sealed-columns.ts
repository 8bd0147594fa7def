import type { SecretBox } from '@/lib/core/secret-box.ts';
import { Prisma } from './generated/client.ts';
import { type JsonColumn, openFile, openJson, type SealedFile, sealFile, sealJson } from './sealed-values.ts';

/**
 * What people write lies sealed in the database wherever it may hold a fødselsnummer (rule 19): documents of answers, and the
 * archive's files with them. Sealed when a row is written and opened when the value is asked for, not when the row is read: a
 * key that does not fit stops nobody who only lists cases. Covers every read through the client, also in includes and
 * transactions. A write that finds no way through here is refused by the database (migration `seal_personal_numbers`).
 */
export function sealedColumns(box: SecretBox) {
  return Prisma.defineExtension({
    name: 'sealed-columns',
    query: {
      submission: {
        $allOperations: ({ args, query }) =>
          query(sealWrite(box, ['submission.answers', 'submission.fetched'], args)),
      },
      paymentAttempt: {
        $allOperations: ({ args, query }) => query(sealWrite(box, ['payment_attempt.snapshot'], args)),
      },
      archiveFile: { $allOperations: ({ args, query }) => query(sealFiles(box, args)) },
    },
    result: {
      submission: {
        answers: {
          needs: { id: true, answers: true },
          compute: ({ id, answers }) => openJson(box, 'submission.answers', id, answers),
        },
        fetched: {
          needs: { id: true, fetched: true },
          compute: ({ id, fetched }) => openJson(box, 'submission.fetched', id, fetched),
        },
      },
      paymentAttempt: {
        snapshot: {
          needs: { id: true, snapshot: true },
          compute: ({ id, snapshot }) => openJson(box, 'payment_attempt.snapshot', id, snapshot),
        },
      },
      archiveFile: {
        content: {
          needs: { reference: true, name: true, sealed: true, content: true },
          compute: (file) => openFile(box, file),
        },
      },
    },
  });
}

type Row = Record<string, unknown>;
interface Write {
  where?: Row;
  data?: Row | Row[];
  create?: Row;
  update?: Row;
}

/** The arguments of an operation with what is to be written sealed; those of a read as they are. */
function sealWrite<T>(box: SecretBox, columns: readonly JsonColumn[], args: T): T {
  const { where, data, create, update } = args as Write;
  if (!data && !create && !update) return args;
  const seal = (row: Row) => sealRow(box, columns, row, where);
  return {
    ...args,
    ...(data && { data: Array.isArray(data) ? data.map(seal) : seal(data) }),
    ...(create && { create: seal(create) }),
    ...(update && { update: seal(update) }),
  };
}

function sealRow(box: SecretBox, columns: readonly JsonColumn[], row: Row, where: Row | undefined): Row {
  const sealed = { ...row };
  for (const column of columns) {
    const [, field = ''] = column.split('.');
    if (row[field] === undefined) continue;
    sealed[field] = sealJson(box, column, row.id ?? where?.id, row[field]);
  }
  return sealed;
}

/** Files are written once, in `create` and `createMany`; who writes them says which are sealed. */
function sealFiles<T>(box: SecretBox, args: T): T {
  const { data } = args as { data?: SealedFile | SealedFile[] };
  if (!data) return args;
  const seal = (file: SealedFile) => ({ ...file, content: sealFile(box, file) });
  return { ...args, data: Array.isArray(data) ? data.map(seal) : seal(data) };
}
