import { inject } from 'vitest';
import type { TestProject } from 'vitest/node';
import { createDatabaseOn, startTestServer, type TestDatabase } from './test-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Connection string of the maintenance database of the test server. */
    testServerUrl: string;
  }
}

/** A fresh, migrated, empty database of its own, for a `*.db.test.ts` file (or one test in it). */
export function createTestDatabase(): Promise<TestDatabase> {
  return createDatabaseOn(inject('testServerUrl'));
}

/** Vitest's global setup of the project `db`: one throw-away PostgreSQL for all its files. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestServer();
  project.provide('testServerUrl', server.url);
  return () => server.stop();
}
