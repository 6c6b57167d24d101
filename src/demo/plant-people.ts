import { startOfShanghaiDay, shiftDay } from '#foundation/calendar/index.ts';
import { newId } from '#foundation/ids.ts';
import { nobody, sealPerson, type Grant } from '#community/people/index.ts';
import { cast, type CastMember, type CastRole, type CommunityKey } from './cast.ts';
import { newName } from './names.ts';
import { randomFrom, type Random } from './random.ts';
import type { Building, Community, Flat, Ground, Home, Land, Person, Town, Unit } from './town.ts';

type Newcomer = Pick<CastMember, 'name' | 'phone' | 'roles'> & { key: string | null; locale?: 'en' };
type Area = { districtId: number; streetId: number; lands: Land[] };
type Scope = { district_id: number | null; street_id: number | null; community_id: number | null; place_id: string | null };
type RoleRow = Scope & {
  id: string;
  person_id: string;
  role: CastRole['role'];
  unit_name: string | null;
  starts_at: Date;
  ended_at: Date | null;
  end_reason: string | null;
  given_at: Date;
  given_by: string | null;
};

const floors = ['', '一楼', '二楼', '三楼', '四楼', '五楼', '六楼', '七楼', '八楼', '九楼', '十楼'];
const atOnce = 2000;

/** Everybody: the cast, those who serve beside them, and residents who can sign in. `since`: when their roles began. */
export async function plantPeople(ground: Ground, area: Area, since: Date): Promise<Pick<Town, 'communities' | 'person'>> {
  const newcomers = [...cast, ...area.lands.flatMap((land) => others(land))];
  const settled = newcomers.map((one, at) => settle(one, at, ground, area, since));
  const admin = settled.find(({ person }) => person.key === 'tangyiming')?.person.id ?? null;
  const people = await Promise.all(
    settled.map(({ person, locale }) =>
      sealPerson(since, {
        id: person.id,
        name: person.name,
        // The cast can be played by everybody, so the door of the demo town prints their names.
        published: person.key !== '' || person.viewer.kind === 'staff',
        username: person.key || null,
        phone: person.phone,
        locale,
      }),
    ),
  );
  const roles = settled.flatMap((one) => one.rows.map((row) => ({ ...row, given_by: row.role === 'administrator' ? null : admin })));
  for (let from = 0; from < people.length; from += atOnce) {
    const some = people.slice(from, from + atOnce);
    await ground.trx
      .insertInto('subject_keys')
      .values(some.map(({ key }) => key))
      .execute();
    await ground.trx
      .insertInto('people')
      .values(some.map(({ person }) => person))
      .execute();
  }
  for (let from = 0; from < roles.length; from += atOnce)
    await ground.trx
      .insertInto('roles')
      .values(roles.slice(from, from + atOnce))
      .execute();
  const person = (key: string) => settled.find((one) => one.person.key === key)?.person ?? unknown(key);
  const communityOf = (key: CommunityKey) =>
    gather(
      area.lands.find((land) => land.shape.key === key),
      settled,
      person,
    );
  return { person, communities: { A: communityOf('A'), B: communityOf('B'), C: communityOf('C') } };
}

/** Whoever the cast doesn't bring along. */
function others(land: Land): Newcomer[] {
  const { shape } = land;
  const random = randomFrom(`people of ${shape.slug}`);
  const taken = new Set(cast.map((member) => member.name));
  const here = cast.flatMap((member) => member.roles.filter((role) => role.of === shape.key && !role.until));
  const count = (role: CastRole['role']) => here.filter((each) => each.role === role).length;
  const chiefs = new Set(here.filter((role) => role.role === 'building_chief').map((role) => role.building));
  let phone = 0;
  const newcomer = (role: Omit<CastRole, 'of'>): Newcomer => ({
    key: null,
    name: role.role === 'resident' ? newName(random) : newName(random, taken),
    phone: `0002${'ABC'.indexOf(shape.key)}${String(phone++).padStart(6, '0')}`,
    roles: [{ ...role, of: shape.key }],
  });
  return [
    ...times(shape.workers - count('community_worker'), () => newcomer({ role: 'community_worker' })),
    ...times(1 - count('supervisory_member'), () => newcomer({ role: 'supervisory_member' })),
    ...land.buildings
      .filter(({ number }) => !chiefs.has(number))
      .map(({ number }) => newcomer({ role: 'building_chief', building: number })),
    ...times(shape.liaisons - count('liaison_officer'), (at) =>
      newcomer({ role: 'liaison_officer', building: 1 + ((at + 4) % land.buildings.length) }),
    ),
    ...times(shape.accounts, () => newcomer({ role: 'resident', door: randomDoor(land, random) })),
  ];
}

function settle(one: Newcomer, at: number, ground: Ground, area: Area, since: Date) {
  // A millisecond apart, so that lists ordered by id come out the same in every planting.
  const id = newId(new Date(since.getTime() + at));
  const rows = one.roles.map((role) => roleRow(role, id, ground, area, since));
  const home = one.roles.flatMap((role) => homeOf(role, area.lands) ?? [])[0] ?? null;
  const grants = rows.filter((row) => row.ended_at === null || row.role === 'liaison_officer').map((row) => grantOf(row, area));
  const kind = one.roles.some((role) => role.role !== 'resident') ? ('staff' as const) : ('resident' as const);
  const { starts_at: from, ended_at: until } = rows[0] ?? { starts_at: since, ended_at: null };
  const person: Person = {
    id,
    key: one.key ?? '',
    name: one.name,
    phone: one.phone,
    viewer: { ...nobody, kind, personId: id, name: one.name, grants },
    from,
    until,
    home,
  };
  return { person, roles: one.roles, rows, locale: one.locale ?? 'zh-CN' };
}

function roleRow(role: CastRole, personId: string, { today }: Ground, area: Area, since: Date): RoleRow {
  const land = area.lands.find((each) => each.shape.key === role.of);
  const building = land?.buildings[(role.building ?? 0) - 1];
  const june = lastJune(today);
  const ended = role.until === 'june' ? june : role.until === 'lately' ? startOfShanghaiDay(shiftDay(today, -40)) : null;
  const begun = role.from === 'june' ? june : since;
  return {
    id: newId(since),
    person_id: personId,
    role: role.role,
    unit_name: role.unitName ?? null,
    district_id: role.of === 'district' ? area.districtId : null,
    street_id: role.of === 'street' ? area.streetId : null,
    community_id: land?.id ?? null,
    place_id: flatOf(role, area.lands)?.flat.id ?? building?.id ?? null,
    starts_at: begun,
    given_at: begun,
    given_by: null,
    ended_at: ended,
    end_reason: ended && (role.until === 'june' ? '年纪大了，交了班' : '搬走了'),
  };
}

function grantOf(row: RoleRow, area: Area): Grant {
  const communityIds = row.community_id === null ? area.lands.map((land) => land.id) : [row.community_id];
  return {
    id: row.id,
    role: row.role,
    communityIds,
    streetId: row.street_id,
    districtId: row.district_id,
    placeId: row.place_id,
    unitName: row.unit_name,
  };
}

function flatOf(role: CastRole, lands: Land[]): { flat: Flat; unit: Unit; building: Building } | null {
  const building = lands.find((land) => land.shape.key === role.of)?.buildings[(role.door?.[0] ?? 0) - 1];
  const unit = building?.units[(role.door?.[1] ?? 0) - 1];
  const room = role.part ? `${role.door?.[2]}室${role.part}` : String(role.door?.[2]);
  const flat = unit?.flats.find((each) => each.room === room);
  return building && unit && flat ? { flat, unit, building } : null;
}

function homeOf(role: CastRole, lands: Land[]): Home | null {
  const found = flatOf(role, lands);
  return found && homeAt(found.building, found.unit, found.flat);
}

/** The words for a flat and what is around it. */
export function homeAt(building: Building, unit: Unit, flat: Flat): Home {
  const floor = floors[flat.floor] ?? `${flat.floor}楼`;
  return { flatId: flat.id, unitId: unit.id, building: building.name, where: building.name + unit.name, floor, room: flat.room };
}

function randomDoor(land: Land, random: Random): [number, number, number] {
  const building = random.pick(land.buildings);
  const unit = random.pick(building.units);
  const flat = random.pick(unit.flats.filter((each) => /^\d+$/.test(each.room)));
  return [building.number, unit.number, Number(flat.room)];
}

function gather(land: Land | undefined, settled: ReturnType<typeof settle>[], person: (key: string) => Person): Community {
  if (!land) throw new Error('a community of the demo town is missing');
  const serving = (role: CastRole['role']) =>
    settled.filter((one) => one.roles.some((each) => each.role === role && each.of === land.shape.key)).map((one) => one.person);
  const only = (role: CastRole['role']) => serving(role)[0] ?? unknown(role);
  return {
    ...land,
    secretary: only('community_secretary'),
    property: only('property_manager'),
    supervisory: only('supervisory_member'),
    workers: serving('community_worker'),
    liaisons: serving('liaison_officer'),
    chiefs: serving('building_chief'),
    street: person('zhengwenlan'),
    residents: serving('resident').filter((each) => each.viewer.kind === 'resident' && !each.until),
  };
}

/** The first of June before today, at least a month ago. */
function lastJune(today: string): Date {
  const june = `${today.slice(0, 4)}-06-01`;
  const day = june < shiftDay(today, -30) ? june : `${Number(today.slice(0, 4)) - 1}-06-01`;
  return startOfShanghaiDay(day);
}

function times<T>(count: number, make: (at: number) => T): T[] {
  return Array.from({ length: Math.max(0, count) }, (_, at) => make(at));
}

function unknown(key: string): never {
  throw new Error(`nobody in the demo town is ${key}`);
}
