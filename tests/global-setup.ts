import type { TestProject } from 'vitest/node';
import { makeTemplate, testServer } from './template-database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    serverUrl: string;
    template: string;
  }
}

/** Runs once before all tests: the server is up and the template is migrated. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await testServer();
  project.provide('serverUrl', server.url);
  project.provide('template', await makeTemplate(server.url));
  return server.stop;
}
