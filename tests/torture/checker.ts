import { openDiary } from './diary.ts';
import { judge } from './judge.ts';
import { findPeople } from './people.ts';
import { settleUnknown } from './settle.ts';

// node tests/torture/checker.ts DIARY ORIGIN DATABASE_URL: asks again for everything that got no answer, then compares all that was promised with what is there.

const [file = '', origin = '', databaseUrl = ''] = process.argv.slice(2);
if (!databaseUrl) {
  console.error('Say which diary, where the town is, and where its database is.');
  process.exit(1);
}
const diary = openDiary(file);
await settleUnknown(file, diary, origin);
await diary.close();
const verdict = await judge(file, { origin, databaseUrl, people: await findPeople(origin, databaseUrl) }, Infinity);
console.log(JSON.stringify(verdict, null, 2));
process.exit(verdict.breaches.length === 0 ? 0 : 1);
