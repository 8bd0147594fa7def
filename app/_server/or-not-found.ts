import { notFound } from 'next/navigation';
import { KvittError } from '@/lib/core/errors.ts';

/** For pages: what is unknown or foreign becomes our not-found page; everything else goes on as it was. */
export async function orNotFound<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof KvittError && error.code === 'not_found') notFound();
    throw error;
  }
}
