import type { Reader } from '@/lib/db/client.ts';

/** Of a case that waits for payment: true while its money is reserved or taken, and the worker has the rest in hand. */
export async function isFinishing(reader: Reader, submissionId: string): Promise<boolean> {
  const attempts = await reader.paymentAttempt.count({
    where: {
      status: { in: ['authorized', 'captured'] },
      problem: null,
      order: { submissionId },
    },
  });
  return attempts > 0;
}
