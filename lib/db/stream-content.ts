import type { Reader } from './client.ts';
import { Prisma } from './generated/client.ts';

const sliceBytes = 256 * 1024;

/**
 * The bytes of a row's column `content` as they are asked for: a slice at a time, and none before the reader has taken the
 * one before. The row is expected to stay as it is.
 * @param where the rest of the query that finds the row: `from … where …`.
 */
export function streamContent(
  reader: Reader,
  sizeBytes: number,
  where: Prisma.Sql,
): ReadableStream<Uint8Array> {
  let from = 0;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (from < sizeBytes) {
          const length = Math.min(sliceBytes, sizeBytes - from);
          const [row] = await reader.$queryRaw<{ slice: Uint8Array }[]>(
            Prisma.sql`select substring(content from ${from + 1}::int for ${length}::int) as slice ${where}`,
          );
          // A file that ends early must not look whole: the connection breaks off.
          if (!row?.slice.length) throw new Error('A file ended before its end');
          from += row.slice.length;
          controller.enqueue(row.slice);
        }
        if (from >= sizeBytes) controller.close();
      },
    },
    { highWaterMark: 0 },
  );
}
