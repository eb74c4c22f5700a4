import type { ApiServer } from '../record-verdicts/api-server';
import { complaintsOf } from './complaints';
import type { ObjectCase, ObjectTable } from './tables';

/** The table with what the server says of each object. */
export async function recordObjects(server: Pick<ApiServer, 'tryToCreate'>, table: ObjectTable): Promise<ObjectTable> {
  const objects: ObjectCase[] = [];
  for (const { object } of table.objects) {
    objects.push({ object, complaints: complaintsOf(await server.tryToCreate(object)) });
  }
  return { ...table, objects };
}
