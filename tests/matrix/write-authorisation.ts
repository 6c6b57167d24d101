import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { authorisationPage } from './authorisation.ts';
import { readExpectations } from './read-expectations.ts';

// node tests/matrix/write-authorisation.ts: after a change of expectations.txt.
writeFileSync(join(import.meta.dirname, '../../docs/authorisation.md'), authorisationPage(readExpectations()));
